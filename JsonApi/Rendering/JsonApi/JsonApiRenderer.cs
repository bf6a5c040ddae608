using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.JsonApi;

/// <summary>Plan and rows to a JSON:API document: data, included, meta, links.</summary>
public sealed class JsonApiRenderer : IRenderer
{
    /// <summary>It holds nothing, so one is enough.</summary>
    public static readonly JsonApiRenderer Instance = new();

    private JsonApiRenderer()
    {
    }

    /// <inheritdoc />
    public JsonBuffer RenderList(QueryPlan plan, QueryResult result, RequestAddress? address, byte[] baseUrl)
    {
        using var included = new IncludedResources(plan, result, baseUrl);
        var json = new JsonBuffer();
        json.Raw("{\"data\":["u8);
        var node = plan.Rows.Root!;
        var table = result.Primary;
        included.AddPrimary(node, table);
        for (var row = 0; row < table.Count; row++)
        {
            if (row > 0)
                json.Raw((byte)',');
            ResourceWriter.Write(json, result, node, table, row, baseUrl);
            included.AddBelow(node, table, row);
        }
        json.Raw((byte)']');
        included.WriteTo(json);
        StatsWriter.Write(json, plan, result);
        if (address is not null)
            PageLinks.Write(json, plan, result, address);
        json.Raw((byte)'}');
        return json;
    }

    /// <inheritdoc />
    public JsonBuffer RenderOne(QueryPlan plan, QueryResult result, byte[] baseUrl)
    {
        using var included = new IncludedResources(plan, result, baseUrl);
        var json = new JsonBuffer(4 * 1024);
        json.Raw("{\"data\":"u8);
        var node = plan.Rows.Root!;
        included.AddPrimary(node, result.Primary);
        ResourceWriter.Write(json, result, node, result.Primary, 0, baseUrl);
        included.AddBelow(node, result.Primary, 0);
        included.WriteTo(json);
        json.Raw(",\"meta\":{}}"u8);
        return json;
    }
}
