using System.Globalization;
using JsonApi.Rendering.Hal;

namespace Api.Favourites;

/// <summary>An artwork's size in inches and centimetres: <c>{"in":{"text":"10 × 20 in","height":10,…},"cm":{…}}</c>.</summary>
internal static class ArtworkDimensions
{
    private const double MillimetresPerInch = 25.4;
    private const double MillimetresPerCentimetre = 10;

    internal static void Write(HalWriter document, HalRow artwork)
    {
        double?[] sides = [artwork.Number("height"), artwork.Number("width"), artwork.Number("depth")];
        Write(document, "in", sides, MillimetresPerInch);
        Write(document, "cm", sides, MillimetresPerCentimetre);
        document.Close();
    }

    private static void Write(HalWriter document, string unit, double?[] millimetres, double length)
    {
        var sides = Array.ConvertAll(millimetres, side => side is { } known ? Math.Round(known / length, 2) : (double?)null);
        var known = sides.OfType<double>().Select(side => side.ToString(CultureInfo.InvariantCulture)).ToList();
        document.Open(unit).Text("text", known.Count > 0 ? $"{string.Join(" × ", known)} {unit}" : null)
            .Number("height", sides[0]).Number("width", sides[1]).Number("depth", sides[2]).Close();
    }
}
