using System.Text;
using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;

namespace JsonApi.Rendering;

/// <summary>
/// How the resources of a definition are written in HAL: which of their attributes, in which order, and where their links lead. What
/// the definition has besides is read for links and computed members only.
/// </summary>
/// <param name="type">The definition's type, which is also the relation under which lists embed its resources.</param>
public sealed class HalResource(string type)
{
    /// <summary>The type of the definition.</summary>
    public string Type { get; } = type;

    internal List<HalMember> Members { get; } = [];

    internal List<HalLink> Links { get; } = [];

    /// <summary>Writes these attributes as they are, datetimes without fractions.</summary>
    public HalResource Attributes(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            Members.Add(new HalMember(name, IsNumber: false, null));
        return this;
    }

    /// <summary>Writes which of the rows of its list a resource is, from 1.</summary>
    public HalResource Number(string name)
    {
        Members.Add(new HalMember(name, IsNumber: true, null));
        return this;
    }

    /// <summary>Writes a member that is made of several values of the row.</summary>
    public HalResource Computed(string name, Action<HalWriter, HalRow> write)
    {
        Members.Add(new HalMember(name, IsNumber: false, write));
        return this;
    }

    /// <summary>
    /// Links elsewhere: <c>/users/{user_id}</c>, each name in braces an attribute. The server's address stands before what begins with
    /// a slash. Where an attribute is null there is no link.
    /// </summary>
    public HalResource Link(string relation, string template)
    {
        Links.Add(new HalLink(relation, template));
        return this;
    }
}

/// <summary>One row, for members that are computed.</summary>
public readonly struct HalRow
{
    private readonly ResultTable _table;
    private readonly NodeVariant _variant;
    private readonly int _row;

    internal HalRow(ResultTable table, NodeVariant variant, int row) => (_table, _variant, _row) = (table, variant, row);

    /// <summary>The number that an attribute holds; null for null.</summary>
    public double? Number(string attribute)
    {
        var column = Field(_variant, attribute).Columns[0];
        return _table.Kind(_row, column) switch
        {
            CellKind.Null => null,
            CellKind.Integer => _table.Integer(_row, column),
            _ => _table.Real(_row, column),
        };
    }

    internal static FieldPlan Field(NodeVariant variant, string attribute) =>
        variant.Fields.FirstOrDefault(field => field.Attribute?.Name == attribute)
        ?? throw new InvalidOperationException($"{variant.Definition.Type} has no attribute '{attribute}'.");
}

/// <summary>A member of a resource: an attribute, a number, or what is computed.</summary>
internal sealed record HalMember(string Name, bool IsNumber, Action<HalWriter, HalRow>? Write)
{
    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes($"\"{Name}\":");
}

/// <summary>A link, its template cut into the texts between the attributes.</summary>
internal sealed class HalLink
{
    internal HalLink(string relation, string template)
    {
        Relation = relation;
        Utf8 = Encoding.UTF8.GetBytes($"\"{relation}\":{{\"href\":\"");
        var parts = template.Split('{', '}');
        Texts = [.. parts.Where((_, at) => at % 2 == 0).Select(Encoding.UTF8.GetBytes)];
        Attributes = [.. parts.Where((_, at) => at % 2 == 1)];
    }

    internal string Relation { get; }

    internal byte[] Utf8 { get; }

    /// <summary>One more than attributes.</summary>
    internal byte[][] Texts { get; }

    internal string[] Attributes { get; }
}
