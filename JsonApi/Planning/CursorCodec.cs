using System.Collections.Immutable;
using System.Text;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>
/// The cursors of one company's list of a resource in one order. A cursor holds the values that the row it stands at is ordered
/// by, so the row itself may go and the cursor stays good.
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
    /// <param name="values">What it is ordered by, as result tables hold it: null, long, double, or text spelled as on the wire.</param>
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

    /// <summary>The values of a cursor, of the CLR types that go with the wire types; null when it is not one of these.</summary>
    internal object?[]? Read(string cursor)
    {
        if (_signer.Verify(_binding, cursor) is not { } bytes)
            return null;
        // What bears the signer was written above, for the same keys.
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
