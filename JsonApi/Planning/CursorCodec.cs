using System.Collections.Immutable;
using System.Text;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>
/// Writes and reads the cursors of one company's list of a resource in one order. A cursor contains the values that its row is ordered
/// by, so it stays valid when the row is deleted.
/// </summary>
public sealed class CursorCodec
{
    private readonly CursorSigner _signer;
    private readonly ImmutableArray<SortKey> _order;
    private readonly byte[] _binding;

    internal CursorCodec(CursorSigner signer, TenantScope scope, ResourceDefinition definition, ImmutableArray<SortKey> order, string binding)
    {
        (_signer, _order) = (signer, order);
        var keys = order.Select(key => $"{(key.Descending ? "-" : "")}{key.Path} {key.Type}");
        _binding = Encoding.UTF8.GetBytes($"{scope.CompanyId:D}\n{definition.Type}\n{string.Join(',', keys)}\n{binding}");
    }

    private enum Kind : byte
    {
        Null,
        Whole,
        Real,
        Text,
    }

    /// <summary>The cursor of a row.</summary>
    /// <param name="values">The values that the row is ordered by, as in result tables: null, long, double, or text as on the wire.</param>
    public string Write(IReadOnlyList<object?> values)
    {
        using var buffer = new MemoryStream();
        using var content = new BinaryWriter(buffer);
        foreach (var value in values)
            switch (value)
            {
                case null: content.Write((byte)Kind.Null); break;
                case long whole: content.Write((byte)Kind.Whole); content.Write(whole); break;
                case double real: content.Write((byte)Kind.Real); content.Write(real); break;
                case string text: content.Write((byte)Kind.Text); content.Write(text); break;
                default: throw new NotSupportedException($"{value.GetType()} is not in result tables.");
            }
        return _signer.Sign(_binding, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>The values of a cursor, of the CLR types of the wire types; null when it is not a cursor of this list.</summary>
    internal object?[]? Read(string cursor)
    {
        if (_signer.Verify(_binding, cursor) is not { } bytes)
            return null;
        // A cursor with a valid signature was written above, for the same keys.
        using var content = new BinaryReader(new MemoryStream(bytes));
        return [.. _order.Select(key => Read(content, key.Type))];
    }

    private static object? Read(BinaryReader content, WireType type) => (Kind)content.ReadByte() switch
    {
        Kind.Null => null,
        Kind.Whole when type == WireType.Boolean => content.ReadInt64() != 0,
        Kind.Whole when type == WireType.Float => (double)content.ReadInt64(),
        Kind.Whole => content.ReadInt64(),
        Kind.Real => content.ReadDouble(),
        _ => (content.ReadString(), type) switch
        {
            (var text, WireType.Uuid) => Guid.ParseExact(text, "D"),
            (var text, WireType.DateTime) => WireText.ReadInstant(text),
            (var text, _) => text,
        },
    };
}
