using System.Globalization;
using System.Text;

namespace Benchmarks.Load;

/// <summary>The requests of one connection, one after the other, as bytes.</summary>
internal abstract class RequestSource
{
    /// <summary>Whether the server holds something that the next request takes away again.</summary>
    internal virtual bool Open => false;

    internal abstract ReadOnlySpan<byte> Next();

    internal virtual void Answered(ReadOnlySpan<byte> body)
    {
    }

    internal static byte[] Request(string method, string url, TargetApi api, string body = "") => Encoding.UTF8.GetBytes(
        $"{method} {url} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {api.Token}\r\nAccept: {api.MediaType}\r\n"
        + (body.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"Content-Type: {api.MediaType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n"))
        + $"\r\n{body}");
}

/// <summary>The same URLs in turn; every connection starts elsewhere.</summary>
internal sealed class RotatingRequests(byte[][] requests, int start) : RequestSource
{
    private int _next = start;

    internal override ReadOnlySpan<byte> Next()
    {
        _next = (_next + 1) % requests.Length;
        return requests[_next];
    }
}

/// <summary>Creates a collection item and deletes it again, with pairs that no other connection uses.</summary>
internal sealed class CreateAndDelete(byte[][] creates, byte[] deletePattern) : RequestSource
{
    /// <summary>Where the id goes in the pattern of the DELETE.</summary>
    internal const string CollectionItemId = "00000000-0000-0000-0000-000000000000";

    private readonly byte[] _delete = [.. deletePattern];
    private readonly int _idAt = deletePattern.AsSpan().IndexOf(Encoding.ASCII.GetBytes(CollectionItemId));
    private int _next;
    private bool _open;

    internal override bool Open => _open;

    internal override ReadOnlySpan<byte> Next() => _open ? _delete : creates[_next++ % creates.Length];

    internal override void Answered(ReadOnlySpan<byte> body)
    {
        if (!_open)
        {
            var at = body.IndexOf("\"id\":\""u8) + 6;
            body.Slice(at, CollectionItemId.Length).CopyTo(_delete.AsSpan(_idAt));
        }

        _open = !_open;
    }
}
