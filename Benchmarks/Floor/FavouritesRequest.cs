using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Benchmarks.Floor;

/// <summary>The query of a user's list. Knows the parameters of the workloads, rejects all others.</summary>
internal sealed record FavouritesRequest
{
    internal const int Size = 10;

    internal string Collection { get; private set; } = "";
    internal string User { get; private set; } = "";
    internal int Offset { get; private set; }

    /// <summary>What the page follows; null at the start.</summary>
    internal (long Rank, byte[] Id)? After { get; private set; }

    internal static FavouritesRequest? Read(string query)
    {
        var request = new FavouritesRequest();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var value = pair.DecodeValue().Span;
            switch (pair.DecodeName().Span)
            {
                case "collection_id" when value.Length == 36:
                    request.Collection = value.ToString();
                    break;
                case "user_id" when value.Length == 36:
                    request.User = value.ToString();
                    break;
                case "offset" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var offset):
                    request.Offset = offset;
                    break;
                case "cursor" when value.IndexOf('.') is > 0 and var dot:
                    request.After = (long.Parse(value[..dot], CultureInfo.InvariantCulture), Encoding.UTF8.GetBytes(value[(dot + 1)..].ToString()));
                    break;
                default:
                    return null;
            }
        }
        return request;
    }

    /// <summary>A cursor of the floor's own: rank and id, unsealed.</summary>
    internal string Next(string address, long rank, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{address}?collection_id={Collection}&user_id={User}&cursor={rank}.{id}");
}
