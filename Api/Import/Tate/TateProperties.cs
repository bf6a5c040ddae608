using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Domain.Items;
using Persistence.Import;

namespace Api.Import.Tate;

/// <summary>What the store shows of an artwork beside its name, as properties: each linked to a default property, which the import adds.</summary>
internal sealed class TateProperties
{
    private static readonly string[] Names = ["Artist", "Medium", "Date", "Dimensions"];

    // Kept as it is written on the wire, where it is inside JSON only.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ImportStamps _stamps;

    internal TateProperties(Guid companyId, ImportStamps stamps)
    {
        _stamps = stamps;
        Defaults = [.. Names.Select((name, index) => New(companyId, name, index + 1))];
    }

    internal IReadOnlyList<DefaultProperty> Defaults { get; }

    /// <summary>The properties of an artwork that it has a value of.</summary>
    internal IEnumerable<Property> Of(TateArtwork artwork, ProductGroup item)
    {
        foreach (var (link, value) in Values(artwork))
        {
            var stamp = _stamps.Next();
            yield return new Property
            {
                CompanyId = item.CompanyId,
                Id = stamp.Id,
                CreatedAt = stamp.Time,
                UpdatedAt = stamp.Time,
                Name = link.Name,
                Identifier = link.Identifier,
                Position = link.Position,
                Value = value,
                DefaultPropertyId = link.Id,
                OwnerId = item.Id,
            };
        }
    }

    /// <summary>The same, as it is kept beside the artwork.</summary>
    internal string Hash(TateArtwork artwork) =>
        JsonSerializer.Serialize(Values(artwork).ToDictionary(pair => pair.Link.Identifier, pair => pair.Value), Readable);

    private IEnumerable<(DefaultProperty Link, string Value)> Values(TateArtwork artwork)
    {
        string?[] values = [artwork.ArtistName, artwork.Medium, artwork.DateText, Dimensions(artwork)];
        for (var index = 0; index < values.Length; index++)
            if (PropertyValue.Kept(values[index]) is { } value)
                yield return (Defaults[index], value);
    }

    /// <summary>Height, width and depth, as far as they are known: <c>305 × 267 mm</c>.</summary>
    private static string? Dimensions(TateArtwork artwork)
    {
        var sides = new[] { artwork.Height, artwork.Width, artwork.Depth }.OfType<double>().Select(side => side.ToString(CultureInfo.InvariantCulture));
        return string.Join(" × ", sides) is { Length: > 0 } text ? text + " mm" : null;
    }

    private DefaultProperty New(Guid companyId, string name, int position)
    {
        var stamp = _stamps.Next();
        return new DefaultProperty
        {
            CompanyId = companyId,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            Name = name,
            Identifier = PropertyIdentifier.From(name),
            Position = position,
            OwnerType = "product_groups",
            CanChangePropertyType = false,
        };
    }
}
