using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;

namespace JsonApi.Rendering.Json;

/// <summary>Cells to JSON values, by the wire type of their attribute: what all renderers have in common.</summary>
internal static class ValueWriter
{
    /// <summary>The start of a hash with a URL that is stored as a path.</summary>
    private static ReadOnlySpan<byte> UrlHash => "{\"url\":\"/"u8;

    /// <summary>How a row is written: by the definition of its own type.</summary>
    internal static NodeVariant Variant(ResourceNode node, ResultTable table, int row)
    {
        if (node.VariantColumn < 0)
            return node.Variants[0];
        var type = table.Text(row, node.VariantColumn);
        foreach (var variant in node.Variants)
            if (type.SequenceEqual(variant.Definition.Utf8Type[1..^1]))
                return variant;
        throw new InvalidOperationException($"A row of {node.Definition.Type} is of no type it lists.");
    }

    /// <summary>A member of <c>attributes</c>: an attribute or an extra field.</summary>
    internal static void WriteField(
        JsonBuffer json, QueryResult result, FieldPlan field, ResourceNode node, ResultTable table, int row, byte[] baseUrl)
    {
        if (field.Attribute is not { } attribute)
        {
            json.Raw(field.Extra!.Utf8Member);
            ExtraFieldWriter.Write(json, result, field, WireId.Read(table.Text(row, node.IdColumn)));
            return;
        }
        json.Raw(attribute.Utf8Member);
        if (!attribute.IsComposed)
        {
            WriteValue(json, table, row, field.Columns[0], attribute, attribute.Type, baseUrl);
            return;
        }
        json.Raw(attribute.Template[0].Span);
        for (var i = 0; i < field.Columns.Length; i++)
        {
            WriteValue(json, table, row, field.Columns[i], attribute, WireType.String, baseUrl);
            json.Raw(attribute.Template[i + 1].Span);
        }
    }

    private static void WriteValue(
        JsonBuffer json, ResultTable table, int row, int column, AttributeDefinition attribute, WireType type, byte[] baseUrl)
    {
        if (attribute.IsUrl && table.Kind(row, column) == CellKind.Text
            && table.Text(row, column) is [(byte)'/', ..] path && !path.StartsWith("//"u8))
            json.String(baseUrl, path);
        else if (attribute.IsUrl && type == WireType.Hash && table.Text(row, column) is var hash && hash.StartsWith(UrlHash))
        {
            var url = hash[(UrlHash.Length - 1)..];
            var end = url.IndexOf((byte)'"');
            json.Raw(UrlHash[..^2]);
            json.String(baseUrl, url[..end]);
            json.Raw(url[(end + 1)..]);
        }
        else
            WriteCell(json, table, row, column, type);
    }

    /// <summary>A value by its wire type.</summary>
    internal static void WriteCell(JsonBuffer json, ResultTable table, int row, int column, WireType type)
    {
        switch (table.Kind(row, column))
        {
            case CellKind.Null:
                json.Raw("null"u8);
                break;
            case CellKind.Integer when type == WireType.Boolean:
                json.Raw(table.Integer(row, column) != 0 ? "true"u8 : "false"u8);
                break;
            case CellKind.Integer when type == WireType.Float:
                json.Number((double)table.Integer(row, column));
                break;
            case CellKind.Integer:
                json.Number(table.Integer(row, column));
                break;
            case CellKind.Real:
                json.Number(table.Real(row, column));
                break;
            case CellKind.Text when type == WireType.String:
                json.String(table.Text(row, column));
                break;
            case CellKind.Text when type is WireType.Array or WireType.Hash:
                json.Raw(table.Text(row, column));
                break;
            default:
                json.Quoted(table.Text(row, column));
                break;
        }
    }
}
