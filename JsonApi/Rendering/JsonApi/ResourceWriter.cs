using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.JsonApi;

/// <summary>Resource objects: id, type, attributes, relationships.</summary>
internal static class ResourceWriter
{
    internal static void Write(JsonBuffer json, QueryResult result, ResourceNode node, ResultTable table, int row, byte[] baseUrl)
    {
        var variant = ValueWriter.Variant(node, table, row);
        json.Raw("{\"id\":"u8);
        json.Quoted(table.Text(row, node.IdColumn));
        json.Raw(",\"type\":"u8);
        json.Raw(variant.Definition.Utf8Type);
        json.Raw(",\"attributes\":{"u8);
        for (var i = 0; i < variant.Fields.Length; i++)
        {
            if (i > 0)
                json.Raw((byte)',');
            ValueWriter.WriteField(json, result, variant.Fields[i], node, table, row, baseUrl);
        }
        json.Raw("},\"relationships\":{"u8);
        for (var i = 0; i < node.Includes.Length; i++)
        {
            if (i > 0)
                json.Raw((byte)',');
            WriteLinkage(json, result, node, node.Includes[i], table, row);
        }
        json.Raw("}}"u8);
    }

    private static void WriteLinkage(
        JsonBuffer json, QueryResult result, ResourceNode node, IncludePlan include, ResultTable table, int row)
    {
        json.Raw(include.Relationship.Utf8Member);
        json.Raw("{\"data\":"u8);
        if (include.Children is not { } children)
        {
            if (table.IsNull(row, include.Node.IdColumn))
                json.Raw("null"u8);
            else
                WriteIdentifier(json, include.Node, table, row);
        }
        else
        {
            var (rows, start, count) = result.Below(children, WireId.Read(table.Text(row, children.ParentIdColumn)));
            json.Raw((byte)'[');
            for (var i = start; i < start + count; i++)
            {
                if (i > start)
                    json.Raw((byte)',');
                WriteIdentifier(json, include.Node, rows, i);
            }
            json.Raw((byte)']');
        }
        json.Raw((byte)'}');
    }

    private static void WriteIdentifier(JsonBuffer json, ResourceNode node, ResultTable table, int row)
    {
        json.Raw("{\"type\":"u8);
        json.Raw(ValueWriter.Variant(node, table, row).Definition.Utf8Type);
        json.Raw(",\"id\":"u8);
        json.Quoted(table.Text(row, node.IdColumn));
        json.Raw((byte)'}');
    }
}
