using System.Runtime.CompilerServices;
using System.Text;
using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.Hal;

/// <summary>Plan and rows to a HAL document (draft-kelly-json-hal), with links.</summary>
/// <param name="resource">How its resources are written.</param>
public sealed class HalRenderer(HalResource resource) : IRenderer
{
    private static readonly string[] PageParameters = ["cursor", "offset"];

    private const int WholeSeconds = 19;

    private readonly byte[] _embedded = Encoding.UTF8.GetBytes($",\"_embedded\":{{\"{resource.Type}\":[");

    // Plans share their nodes, so that names are looked up once for each.
    private readonly ConditionalWeakTable<ResourceNode, Columns> _columns = [];

    /// <inheritdoc />
    public JsonBuffer RenderOne(QueryPlan plan, QueryResult result, byte[] baseUrl)
    {
        var json = new JsonBuffer(2 * 1024);
        RowsOf(plan, result, baseUrl).Write(json, 0, result.RowsBefore + 1);
        return json;
    }

    /// <inheritdoc />
    /// <remarks>
    /// A page by cursor. Where the rows are of another type, which includes resources of this one, those are written. The total is
    /// written where the plan counts it.
    /// </remarks>
    public JsonBuffer RenderList(QueryPlan plan, QueryResult result, RequestAddress? address, byte[] baseUrl)
    {
        var json = new JsonBuffer();
        json.Raw("{\"total_count\":"u8);
        if (plan.Stats.Count > 0)
            json.Number(result.Stats[0]!.Integer(0, 0));
        else
            json.Raw("null"u8);
        json.Raw(",\"_links\":{\"self\":{\"href\":"u8);
        address!.WriteSelf(json);
        if (result.HasMore)
        {
            json.Raw("},\"next\":{\"href\":"u8);
            address.WritePage(json, PageParameters, "cursor"u8, RowCursors.Of(plan, result, result.Primary.Count - 1));
        }
        json.Raw("}}"u8);
        json.Raw(_embedded);
        var rows = RowsOf(plan, result, baseUrl);
        var step = plan.CountsDown ? -1 : 1;
        for (var row = 0; row < result.Primary.Count; row++)
        {
            if (row > 0)
                json.Raw((byte)',');
            rows.Write(json, row, result.RowsBefore + 1 + (step * row));
        }
        json.Raw("]}}"u8);
        return json;
    }

    /// <summary>The address of the first row's resource, to the letter what its document calls <c>self</c>.</summary>
    public string Self(QueryPlan plan, QueryResult result, byte[] baseUrl)
    {
        using var json = new JsonBuffer(512);
        RowsOf(plan, result, baseUrl).WriteHref(json, "self", 0);
        return Encoding.UTF8.GetString(json.Written.Span);
    }

    private Rows RowsOf(QueryPlan plan, QueryResult result, byte[] baseUrl)
    {
        var root = plan.Rows.Root!;
        var node = root.Definition.Type == resource.Type
            ? root
            : root.Includes.FirstOrDefault(include => include.Relationship.TargetType == resource.Type && include.Children is null)?.Node
                ?? throw new InvalidOperationException($"A plan of {root.Definition.Type} has no {resource.Type}.");
        return new Rows(_columns.GetValue(node, Find), result, baseUrl);
    }

    private Columns Find(ResourceNode node)
    {
        var variant = node.Variants[0];
        var id = new FieldPlan(variant.Definition.Id, [node.IdColumn], null, null);
        return new Columns(
            node,
            [.. resource.Members.Select(member => (member, member.IsNumber || member.Write is not null ? null : Field(member.Name)))],
            [.. resource.Links.Select(link => (link, link.Attributes.Select(Field).ToArray()))]);

        FieldPlan Field(string name) => name == variant.Definition.Id.Name ? id : HalRow.Field(variant, name);
    }

    /// <summary>The cells of a node with the values of members and links.</summary>
    private sealed record Columns(
        ResourceNode Node, (HalMember Member, FieldPlan? Field)[] Members, (HalLink Link, FieldPlan[] Fields)[] Links);

    private readonly struct Rows(Columns columns, QueryResult result, byte[] baseUrl)
    {
        private readonly ResultTable _table = result.Primary;

        internal void Write(JsonBuffer json, int row, long number)
        {
            json.Raw((byte)'{');
            foreach (var (member, field) in columns.Members)
            {
                WriteMember(json, member, field, row, number);
                json.Raw((byte)',');
            }
            json.Raw("\"_links\":{"u8);
            var isFirst = true;
            foreach (var (link, fields) in columns.Links)
            {
                if (HasNull(fields, row))
                    continue;
                if (!isFirst)
                    json.Raw((byte)',');
                isFirst = false;
                json.Raw(link.Utf8);
                WriteHref(json, link, fields, row);
                json.Raw("\"}"u8);
            }
            json.Raw("}}"u8);
        }

        internal void WriteHref(JsonBuffer json, string relation, int row)
        {
            var (link, fields) = Array.Find(columns.Links, known => known.Link.Relation == relation);
            WriteHref(json, link, fields, row);
        }

        private void WriteMember(JsonBuffer json, HalMember member, FieldPlan? field, int row, long number)
        {
            if (field is { Attribute.Type: WireType.DateTime } && !_table.IsNull(row, field.Columns[0]))
            {
                json.Raw(member.Utf8);
                json.Raw((byte)'"');
                json.Raw(_table.Text(row, field.Columns[0])[..WholeSeconds]);
                json.Raw("+00:00\""u8);
            }
            else if (field is not null)
                ValueWriter.WriteField(json, result, field, columns.Node, _table, row, baseUrl);
            else if (member.IsNumber)
            {
                json.Raw(member.Utf8);
                json.Number(number);
            }
            else
                member.Write!(new HalWriter(json).Open(member.Name), new HalRow(_table, columns.Node.Variants[0], row));
        }

        private bool HasNull(FieldPlan[] fields, int row)
        {
            foreach (var field in fields)
                if (_table.IsNull(row, field.Columns[0]))
                    return true;
            return false;
        }

        private void WriteHref(JsonBuffer json, HalLink link, FieldPlan[] fields, int row)
        {
            if (link.Texts[0] is [(byte)'/', ..])
                json.Content(baseUrl);
            json.Raw(link.Texts[0]);
            for (var i = 0; i < fields.Length; i++)
            {
                var value = _table.Text(row, fields[i].Columns[0]);
                if (fields[i].Attribute!.IsUrl && value is [(byte)'/', ..] && !value.StartsWith("//"u8))
                    json.Content(baseUrl);
                json.Content(value);
                json.Raw(link.Texts[i + 1]);
            }
        }
    }
}
