using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Execution;

namespace Benchmarks.Json;

/// <summary>The same page with <see cref="Utf8JsonWriter"/> at its best: one writer for all pages, names that are encoded once.</summary>
internal sealed class WriterPage : IDisposable
{
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Included = JsonEncodedText.Encode("included");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Attributes = JsonEncodedText.Encode("attributes");
    private static readonly JsonEncodedText Relationships = JsonEncodedText.Encode("relationships");
    private static readonly JsonEncodedText Item = JsonEncodedText.Encode("item");

    private readonly Utf8JsonWriter _json =
        new(Stream.Null, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Dispose() => _json.Dispose();

    internal PooledBytes Write(JsonPage page)
    {
        var bytes = new PooledBytes();
        _json.Reset(bytes);
        _json.WriteStartObject();
        _json.WriteStartArray(Data);
        for (var row = 0; row < page.Items.Table.Count; row++)
        {
            WriteResource(page.Items, row);
            _json.WriteStartObject(Item);
            _json.WriteStartObject(Data);
            _json.WriteString(Type, page.Groups.EncodedType);
            _json.WriteString(Id, page.Groups.Table.Text(row, 0));
            _json.WriteEndObject();
            _json.WriteEndObject();
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray(Included);
        for (var row = 0; row < page.Groups.Table.Count; row++)
        {
            WriteResource(page.Groups, row);
            _json.WriteEndObject();
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        return bytes;
    }

    private void WriteResource(JsonPage.Resource resource, int row)
    {
        _json.WriteStartObject();
        _json.WriteString(Id, resource.Table.Text(row, 0));
        _json.WriteString(Type, resource.EncodedType);
        _json.WriteStartObject(Attributes);
        for (var i = 0; i < resource.Fields.Length; i++)
            WriteCell(resource.Fields[i].Encoded, resource.Table, row, i + 1, resource.Fields[i].Type);
        _json.WriteEndObject();
        _json.WriteStartObject(Relationships);
    }

    private void WriteCell(JsonEncodedText name, ResultTable table, int row, int column, WireType type)
    {
        switch (table.Kind(row, column))
        {
            case CellKind.Null: _json.WriteNull(name); break;
            case CellKind.Integer when type == WireType.Boolean: _json.WriteBoolean(name, table.Integer(row, column) != 0); break;
            case CellKind.Integer: _json.WriteNumber(name, table.Integer(row, column)); break;
            case CellKind.Real: _json.WriteNumber(name, table.Real(row, column)); break;
            case CellKind.Text when type is WireType.Array or WireType.Hash:
                _json.WritePropertyName(name);
                _json.WriteRawValue(table.Text(row, column), skipInputValidation: true);
                break;
            default: _json.WriteString(name, table.Text(row, column)); break;
        }
    }

    /// <summary>Bytes in pooled memory; starts and grows as <see cref="JsonApi.Rendering.Json.JsonBuffer"/> does.</summary>
    internal sealed class PooledBytes : IBufferWriter<byte>, IDisposable
    {
        private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
        private int _length;

        internal ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

        public void Advance(int count) => _length += count;

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_length + Math.Max(1, sizeHint) > _bytes.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + sizeHint, _bytes.Length * 2));
                Written.CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = larger;
            }
            return _bytes.AsMemory(_length);
        }

        public void Dispose()
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            (_bytes, _length) = ([], 0);
        }
    }
}
