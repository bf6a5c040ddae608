using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Benchmarks.Floor;

/// <summary>The query of a list, read from the URL. Knows the parameters of the workloads, rejects all others.</summary>
internal struct ListRequest
{
    private static readonly JsonEncodedText LinksName = JsonEncodedText.Encode("links");

    internal string? CollectionId;
    internal bool? Implicit;
    internal string? Sort;
    internal string? Include;
    internal string? After;
    internal bool Total;
    internal int Number;
    internal int Size;

    internal readonly int Offset => (Number - 1) * Size;

    internal static bool TryRead(string query, out ListRequest request)
    {
        request = new ListRequest { Number = 1, Size = 25 };
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var value = pair.DecodeValue().Span;
            switch (pair.DecodeName().Span)
            {
                case "filter[collection_id][eq]" when value.Length == 36:
                    request.CollectionId = value.ToString();
                    break;
                case "filter[implicit][eq]" when value is "false" or "true":
                    request.Implicit = value is "true";
                    break;
                case "sort" when value is "position" or "-created_at":
                    request.Sort = value is "position" ? "position" : "-created_at";
                    break;
                case "include" when value is "item,item.photo":
                    request.Include = "item,item.photo";
                    break;
                case "page[number]" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out request.Number):
                case "page[size]" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out request.Size):
                    break;
                case "page[after]":
                    request.After = value.ToString();
                    break;
                case "meta[total][]" when value is "count":
                    request.Total = true;
                    break;
                default:
                    return false;
            }
        }

        return request is { Number: > 0, Size: > 0 and <= 100 };
    }

    /// <summary>
    /// The values in a cursor of the real server, without checking its signature: a tag of 16 bytes, then each text behind a byte for
    /// its kind and one for its length.
    /// </summary>
    internal readonly (byte[] CreatedAt, byte[] Id) Cursor()
    {
        var bytes = Base64Url.DecodeFromChars(After).AsSpan(16);
        return (bytes.Slice(2, bytes[1]).ToArray(), bytes.Slice(bytes[1] + 4, bytes[bytes[1] + 3]).ToArray());
    }

    internal readonly void WriteLinks(Utf8JsonWriter writer, string path, string query, bool hasNext)
    {
        var others = new StringBuilder(path, query.Length + 80).Append('?');
        foreach (var part in query.AsSpan(1).Split('&'))
            if (query.AsSpan(1)[part] is var parameter && !parameter.StartsWith("page[number]=", StringComparison.Ordinal))
                others.Append(parameter).Append('&');
        var length = others.Append("page[number]=").Length;
        writer.WriteStartObject(LinksName);
        writer.WriteString("self"u8, string.Concat(path, query));
        WritePage("first"u8, 1);
        if (Number > 1)
            WritePage("prev"u8, Number - 1);
        if (hasNext)
            WritePage("next"u8, Number + 1);
        writer.WriteEndObject();

        void WritePage(ReadOnlySpan<byte> name, int page)
        {
            others.Length = length;
            writer.WriteString(name, others.Append(CultureInfo.InvariantCulture, $"{page}").ToString());
        }
    }
}
