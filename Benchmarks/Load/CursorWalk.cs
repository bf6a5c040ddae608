using System.Globalization;
using System.Text;

namespace Benchmarks.Load;

/// <summary>Follows a list's links from page to page, each server's own, and begins anew behind the last.</summary>
/// <param name="list">The list's URL.</param>
/// <param name="offset">Where the connection begins the first time, so that not all are at the same page.</param>
/// <param name="stays">Whether the first page that a link leads to is asked for again and again.</param>
internal sealed class CursorWalk(string list, int offset, bool stays = false) : RequestSource
{
    private readonly byte[] _first = Page(list);
    private byte[] _next = Page(string.Create(CultureInfo.InvariantCulture, $"{list}&offset={offset}"));
    private bool _hasArrived;

    internal override ReadOnlySpan<byte> Next() => _next;

    internal override void Answered(ReadOnlySpan<byte> body)
    {
        if (_hasArrived)
            return;
        _hasArrived = stays;
        var mark = "\"next\":{\"href\":\"http://127.0.0.1"u8;
        // The list's own links are before its rows.
        var at = body[..Math.Min(body.Length, 1_024)].IndexOf(mark);
        if (at < 0)
        {
            _next = _first;
            return;
        }
        var link = body[(at + mark.Length)..];
        _next = Page(Encoding.UTF8.GetString(link[..link.IndexOf((byte)'"')]));
    }

    private static byte[] Page(string url) => Request("GET", url, TargetApi.Favourites);
}
