using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace JsonApi.Planning;

/// <summary>Signs cursors, so that only the server can make them: <c>Base64Url(tag, bytes)</c>, where the tag is a keyed hash.</summary>
public sealed class CursorSigner
{
    private const int TagLength = 16;

    private readonly byte[] _key;

    // Creating a hash takes longer than computing one.
    private readonly ConcurrentBag<IncrementalHash> _idle = [];

    /// <param name="key">32 random bytes, the same on all servers of a store and after every restart.</param>
    public CursorSigner(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, 32);
        _key = key;
    }

    /// <summary>The cursor for these bytes.</summary>
    /// <param name="binding">What the cursor is valid for.</param>
    /// <param name="content">The content.</param>
    internal string Sign(ReadOnlySpan<byte> binding, ReadOnlySpan<byte> content) =>
        Base64Url.EncodeToString([.. Tag(binding, content), .. content]);

    /// <summary>The content of a cursor; null when it was not signed for this binding, or was changed.</summary>
    internal byte[]? Verify(ReadOnlySpan<byte> binding, string cursor)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done || length < TagLength)
            return null;
        var tag = bytes.AsSpan(0, TagLength);
        var content = bytes.AsSpan(TagLength, length - TagLength);
        // Base64 has several spellings of the same bytes; only the one that Sign makes is valid.
        var isSigned = CryptographicOperations.FixedTimeEquals(tag, Tag(binding, content));
        return isSigned && Base64Url.EncodeToString(bytes.AsSpan(0, length)) == cursor ? content.ToArray() : null;
    }

    private byte[] Tag(ReadOnlySpan<byte> binding, ReadOnlySpan<byte> content)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, binding.Length);
        if (!_idle.TryTake(out var hash))
            hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(length);
        hash.AppendData(binding);
        hash.AppendData(content);
        var tag = hash.GetHashAndReset()[..TagLength];
        _idle.Add(hash);
        return tag;
    }
}
