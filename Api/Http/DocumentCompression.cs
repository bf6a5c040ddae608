using Microsoft.AspNetCore.ResponseCompression;

namespace Api.Http;

/// <summary>
/// Documents of more than a kilobyte, compressed as the caller accepts it. The framework says how; its middleware is not used, as it would give
/// a compressed document the entity tag of the other.
/// </summary>
internal sealed class DocumentCompression(IResponseCompressionProvider encodings, bool isOn)
{
    /// <summary>Shorter documents fit into a packet or two anyway.</summary>
    private const int MinBytes = 1024;

    /// <summary>What compresses a document of this length for this caller; null where it is sent as it is.</summary>
    internal ICompressionProvider? Choose(HttpContext http, int length) =>
        isOn && length > MinBytes && http.Request.Headers.AcceptEncoding.Count > 0 ? encodings.GetCompressionProvider(http) : null;

    /// <summary>The document, compressed.</summary>
    internal static ReadOnlyMemory<byte> Compress(ICompressionProvider encoding, ReadOnlyMemory<byte> document)
    {
        var compressed = new MemoryStream(document.Length / 4);
        using (var stream = encoding.CreateStream(compressed))
            stream.Write(document.Span);
        return compressed.TryGetBuffer(out var written) ? written : compressed.ToArray();
    }
}
