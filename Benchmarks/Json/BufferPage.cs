using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Rendering.Json;

namespace Benchmarks.Json;

/// <summary>A page with <see cref="JsonBuffer"/>, as the renderers use it.</summary>
internal static class BufferPage
{
    internal static JsonBuffer Write(JsonPage page)
    {
        var json = new JsonBuffer();
        json.Raw("{\"data\":["u8);
        for (var row = 0; row < page.Items.Table.Count; row++)
        {
            if (row > 0)
                json.Raw((byte)',');
            WriteResource(json, page.Items, row);
            json.Raw("\"item\":{\"data\":{\"type\":"u8);
            json.Raw(page.Groups.Utf8Type);
            json.Raw(",\"id\":"u8);
            json.Quoted(page.Groups.Table.Text(row, 0));
            json.Raw("}}}}"u8);
        }
        json.Raw("],\"included\":["u8);
        for (var row = 0; row < page.Groups.Table.Count; row++)
        {
            if (row > 0)
                json.Raw((byte)',');
            WriteResource(json, page.Groups, row);
            json.Raw("}}"u8);
        }
        json.Raw("]}"u8);
        return json;
    }

    private static void WriteResource(JsonBuffer json, JsonPage.Resource resource, int row)
    {
        json.Raw("{\"id\":"u8);
        json.Quoted(resource.Table.Text(row, 0));
        json.Raw(",\"type\":"u8);
        json.Raw(resource.Utf8Type);
        json.Raw(",\"attributes\":{"u8);
        for (var i = 0; i < resource.Fields.Length; i++)
        {
            if (i > 0)
                json.Raw((byte)',');
            json.Raw(resource.Fields[i].Member);
            WriteCell(json, resource.Table, row, i + 1, resource.Fields[i].Type);
        }
        json.Raw("},\"relationships\":{"u8);
    }

    private static void WriteCell(JsonBuffer json, ResultTable table, int row, int column, WireType type)
    {
        switch (table.Kind(row, column))
        {
            case CellKind.Null: json.Raw("null"u8); break;
            case CellKind.Integer when type == WireType.Boolean: json.Raw(table.Integer(row, column) != 0 ? "true"u8 : "false"u8); break;
            case CellKind.Integer when type == WireType.Float: json.Number((double)table.Integer(row, column)); break;
            case CellKind.Integer: json.Number(table.Integer(row, column)); break;
            case CellKind.Real: json.Number(table.Real(row, column)); break;
            case CellKind.Text when type == WireType.String: json.String(table.Text(row, column)); break;
            case CellKind.Text when type is WireType.Array or WireType.Hash: json.Raw(table.Text(row, column)); break;
            default: json.Quoted(table.Text(row, column)); break;
        }
    }
}
