using System.Security.Cryptography;

namespace Api.Http;

/// <summary>Strong entity tags: a hash of the document, so that they change exactly when it does.</summary>
internal static class EntityTags
{
    /// <summary>The same document under two media types is two representations, so it has two tags.</summary>
    internal static string Of(ReadOnlySpan<byte> document, string contentType)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        var suffix = contentType.StartsWith(MediaTypes.JsonApi, StringComparison.Ordinal) ? "" : "-" + contentType["application/".Length..];
        return $"\"{Convert.ToHexStringLower(hash[..16])}{suffix}\"";
    }

    /// <summary>Whether the tags of a condition include this one. Reads compare weakly, writes strongly (RFC 9110, 8.8.3.2).</summary>
    internal static bool Matches(IEnumerable<string?> condition, string tag, bool isWeakEnough)
    {
        foreach (var line in condition)
            foreach (var range in line.AsSpan().Split(','))
            {
                var known = line.AsSpan(range).Trim();
                if (known is "*" || known.SequenceEqual(tag) || (isWeakEnough && known.StartsWith("W/") && known[2..].SequenceEqual(tag)))
                    return true;
            }
        return false;
    }
}
