using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Api.Tests.Store.BadInput;

/// <summary>Bytes to the server and back, for requests that no well-behaved client would send.</summary>
internal static class RawConnection
{
    /// <summary>Sends a head line by line and a body; returns status, head and body of the answer.</summary>
    internal static async Task<(int Status, string Head, string Body)> SendAsync(string requestLine, string[] headers, byte[]? body = null)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        var address = BadInputServer.Server.Client.BaseAddress!;
        await client.ConnectAsync(address.Host, address.Port, timeout.Token);
        var stream = client.GetStream();
        var head = new StringBuilder(requestLine).Append("\r\nHost: localhost\r\nConnection: close\r\n");
        foreach (var header in headers)
            head.Append(header).Append("\r\n");
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), timeout.Token);
            await stream.WriteAsync(body ?? [], timeout.Token);
        }
        catch (IOException)
        {
            // The server may answer and hang up before it has heard everything.
        }
        var answer = await ReadAsync(stream, timeout.Token);
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return (0, answer, "");
        return (int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture), answer[..end], answer[(end + 4)..]);
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        using var answer = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
                answer.Write(buffer, 0, read);
        }
        catch (IOException)
        {
            // A reset after the answer is as good as an end.
        }
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
