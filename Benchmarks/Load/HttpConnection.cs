using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Load;

/// <summary>One kept-alive HTTP/1.1 connection on a blocking socket, with no more of the protocol than the servers speak.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[256 * 1024];
    private int _filled;
    private int _bodyStart;
    private int _bodyLength;

    internal HttpConnection(IPEndPoint address) => _socket.Connect(address);

    /// <summary>The body of the last answer, until the next request.</summary>
    internal ReadOnlySpan<byte> Body => _buffer.AsSpan(_bodyStart, _bodyLength);

    /// <summary>Sends a whole request, receives the whole answer and returns its status.</summary>
    internal int Exchange(ReadOnlySpan<byte> request)
    {
        while (!request.IsEmpty)
            request = request[_socket.Send(request)..];
        _filled = 0;
        int end;
        var from = 0;
        while ((end = _buffer.AsSpan(from, _filled - from).IndexOf("\r\n\r\n"u8)) < 0)
        {
            from = Math.Max(0, _filled - 3);
            Receive();
        }

        end += from;
        _bodyStart = end + 4;
        var head = _buffer.AsSpan(0, end);
        if (!Utf8Parser.TryParse(head[9..], out int status, out _))
            throw new InvalidDataException(Encoding.ASCII.GetString(head));
        if (FindHeader(head, "\r\nContent-Length: "u8) is { IsEmpty: false } value && Utf8Parser.TryParse(value, out _bodyLength, out _))
            Fill(_bodyStart + _bodyLength);
        else if (FindHeader(head, "\r\nTransfer-Encoding: chunked"u8) is { IsEmpty: false })
            ReadChunks();
        else
            throw new InvalidDataException("Neither length nor chunks: " + Encoding.ASCII.GetString(head));
        return status;
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Moves the chunks together, so that the body is one span.</summary>
    private void ReadChunks()
    {
        var at = _bodyStart;
        _bodyLength = 0;
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(at, _filled - at).IndexOf("\r\n"u8)) < 0)
                Receive();
            if (!Utf8Parser.TryParse(_buffer.AsSpan(at, line), out int size, out _, 'x'))
                throw new InvalidDataException("A chunk without a size.");
            at += line + 2;
            Fill(at + size + 2);
            _buffer.AsSpan(at, size).CopyTo(_buffer.AsSpan(_bodyStart + _bodyLength));
            _bodyLength += size;
            at += size + 2;
            if (size == 0)
                return;
        }
    }

    private static ReadOnlySpan<byte> FindHeader(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var at = head.IndexOf(name);
        if (at < 0)
            return default;
        // A header whose value is part of the name is distinguished from a missing one by its length.
        var value = head[(at + name.Length)..];
        return value.IsEmpty ? head[at..] : value;
    }

    private void Fill(int length)
    {
        while (_filled < length)
            Receive();
    }

    private void Receive()
    {
        if (_filled == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var received = _socket.Receive(_buffer.AsSpan(_filled));
        if (received == 0)
            throw new EndOfStreamException("The server closed the connection.");
        _filled += received;
    }
}
