using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Api.Http;

/// <summary>Strong entity tags: a hash of the document, so that they change exactly when it does.</summary>
internal static class EntityTags
{
    private static readonly string[] Encodings = [".br\"", ".gzip\""];

    /// <summary>The same document under two media types is two representations, so it has two tags.</summary>
    internal static string Of(ReadOnlySpan<byte> document, string contentType)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        var mediaType = contentType.StartsWith(MediaTypes.JsonApi, StringComparison.Ordinal) ? "" : "-" + contentType["application/".Length..];
        return $"\"{Convert.ToHexStringLower(hash[..16])}{mediaType}\"";
    }

    /// <summary>A compressed document is another representation of the same state.</summary>
    internal static string Encoded(string tag, string encoding) => $"{tag.AsSpan(0, tag.Length - 1)}.{encoding}\"";

    /// <summary>
    /// Whether a condition names this tag. Reads compare weakly, so that <c>W/"x"</c> means <c>"x"</c> too; writes compare strongly. A list that
    /// is not well-formed names no tag: a write does not go on by guesswork. A tag of the document in any encoding names its state.
    /// </summary>
    internal static bool Matches(StringValues condition, string tag, bool isWeakEnough) =>
        condition.Count > 0 && Names(condition, new EntityTagHeaderValue(tag), isWeakEnough);

    // Trimmed, as the parser throws where white space follows "W/" at the end.
    private static bool Names(StringValues condition, EntityTagHeaderValue tag, bool isWeakEnough) => condition.Any(line =>
        EntityTagHeaderValue.TryParseStrictList([line.AsSpan().Trim().ToString()], out var known)
        && known.Any(other => other.Equals(EntityTagHeaderValue.Any) || Decoded(other).Compare(tag, useStrongComparison: !isWeakEnough)));

    private static EntityTagHeaderValue Decoded(EntityTagHeaderValue tag)
    {
        foreach (var encoding in Encodings)
            if (tag.Tag.EndsWith(encoding, StringComparison.Ordinal))
                return new EntityTagHeaderValue(tag.Tag.Subsegment(0, tag.Tag.Length - encoding.Length) + "\"", tag.IsWeak);
        return tag;
    }
}
