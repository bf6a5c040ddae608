using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;
using JsonApi.Rendering.JsonApi;

namespace JsonApi.Rendering.Nested;

/// <summary>
/// Plan and rows to plain JSON: attributes beside the id, included resources nested (null where a to-one relationship
/// is empty); data, meta and links as in JSON:API.
/// </summary>
public sealed class NestedJsonRenderer : IRenderer
{
    /// <summary>It holds nothing, so one is enough.</summary>
    public static readonly NestedJsonRenderer Instance = new();

    private NestedJsonRenderer()
    {
    }

    /// <inheritdoc />
    public JsonBuffer RenderList(QueryPlan plan, QueryResult result, RequestAddress? address, byte[] baseUrl)
    {
        var json = new JsonBuffer();
        json.Raw("{\"data\":"u8);
        WriteRows(json, result, plan.Rows.Root!, result.Primary, 0, result.Primary.Count, baseUrl);
        StatsWriter.Write(json, plan, result);
        if (address is not null)
            PageLinks.Write(json, plan, result, address);
        json.Raw((byte)'}');
        return json;
    }

    /// <inheritdoc />
    public JsonBuffer RenderOne(QueryPlan plan, QueryResult result, byte[] baseUrl)
    {
        var json = new JsonBuffer(4 * 1024);
        json.Raw("{\"data\":"u8);
        WriteRow(json, result, plan.Rows.Root!, result.Primary, 0, baseUrl);
        json.Raw(",\"meta\":{}}"u8);
        return json;
    }

    private static void WriteRows(
        JsonBuffer json, QueryResult result, ResourceNode node, ResultTable table, int start, int count, byte[] baseUrl)
    {
        json.Raw((byte)'[');
        for (var row = start; row < start + count; row++)
        {
            if (row > start)
                json.Raw((byte)',');
            WriteRow(json, result, node, table, row, baseUrl);
        }
        json.Raw((byte)']');
    }

    private static void WriteRow(JsonBuffer json, QueryResult result, ResourceNode node, ResultTable table, int row, byte[] baseUrl)
    {
        json.Raw("{\"id\":"u8);
        json.Quoted(table.Text(row, node.IdColumn));
        foreach (var field in ValueWriter.Variant(node, table, row).Fields)
        {
            if (IsReplaced(field, node))
                continue;
            json.Raw((byte)',');
            ValueWriter.WriteField(json, result, field, node, table, row, baseUrl);
        }
        foreach (var include in node.Includes)
        {
            json.Raw((byte)',');
            json.Raw(include.Relationship.Utf8Member);
            WriteIncluded(json, result, node, include, table, row, baseUrl);
        }
        json.Raw((byte)'}');
    }

    /// <summary>Attributes and relationships are members of one object here: an included relationship replaces an attribute of its name.</summary>
    private static bool IsReplaced(FieldPlan field, ResourceNode node)
    {
        if (field.Attribute is { } attribute)
            foreach (var include in node.Includes)
                if (include.Relationship.Name == attribute.Name)
                    return true;
        return false;
    }

    private static void WriteIncluded(
        JsonBuffer json, QueryResult result, ResourceNode node, IncludePlan include, ResultTable table, int row, byte[] baseUrl)
    {
        if (include.Children is { } children)
        {
            var (rows, start, count) = result.Below(children, WireId.Read(table.Text(row, children.ParentIdColumn)));
            WriteRows(json, result, include.Node, rows, start, count, baseUrl);
        }
        else if (table.IsNull(row, include.Node.IdColumn))
            json.Raw("null"u8);
        else
            WriteRow(json, result, include.Node, table, row, baseUrl);
    }
}
