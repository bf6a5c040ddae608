using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.JsonApi;

/// <summary>The <c>included</c> member: each resource once, in the order of first appearance, never one that is primary data.</summary>
internal sealed class IncludedResources(QueryPlan plan, QueryResult result, byte[] baseUrl) : IDisposable
{
    private readonly JsonBuffer? _json = plan.HasIncludes ? new JsonBuffer() : null;
    private readonly HashSet<(ResourceDefinition, WireId)> _seen = [];

    public void Dispose() => _json?.Dispose();

    internal void AddPrimary(ResourceNode node, ResultTable table)
    {
        if (node.Includes.Length > 0)
            for (var row = 0; row < table.Count; row++)
                _seen.Add(Key(node, table, row));
    }

    /// <summary>What the node at a row includes, depth first.</summary>
    internal void AddBelow(ResourceNode node, ResultTable table, int row)
    {
        foreach (var include in node.Includes)
            if (include.Children is not { } children)
            {
                if (!table.IsNull(row, include.Node.IdColumn))
                    Add(include.Node, table, row);
            }
            else
            {
                var (rows, start, count) = result.Below(children, WireId.Read(table.Text(row, children.ParentIdColumn)));
                for (var i = start; i < start + count; i++)
                    Add(include.Node, rows, i);
            }
    }

    internal void WriteTo(JsonBuffer json)
    {
        if (_json is null)
            return;
        json.Raw(",\"included\":["u8);
        if (_json.Length > 0)
            _json.TakeBack();
        json.Append(_json);
        json.Raw((byte)']');
    }

    private void Add(ResourceNode node, ResultTable table, int row)
    {
        if (_seen.Add(Key(node, table, row)))
        {
            ResourceWriter.Write(_json!, result, node, table, row, baseUrl);
            _json!.Raw((byte)',');
        }
        AddBelow(node, table, row);
    }

    private static (ResourceDefinition, WireId) Key(ResourceNode node, ResultTable table, int row) =>
        (ValueWriter.Variant(node, table, row).Definition, WireId.Read(table.Text(row, node.IdColumn)));
}
