using System.Text;

namespace JsonApi.Definitions;

/// <summary>What a client can do with a resource; each has its own list of paths that can be included.</summary>
public enum Operation
{
    /// <summary><c>GET /type</c></summary>
    List,

    /// <summary><c>POST /type/search</c></summary>
    Search,

    /// <summary><c>GET /type/id</c></summary>
    Fetch,

    /// <summary><c>POST /type</c></summary>
    Create,

    /// <summary><c>PUT</c> and <c>PATCH /type/id</c></summary>
    Update,

    /// <summary><c>DELETE /type/id</c></summary>
    Delete,
}

/// <summary>One key of an order: a value and its direction.</summary>
/// <param name="Path">The value.</param>
/// <param name="Type">Its wire type.</param>
/// <param name="Descending">Nulls come last ascending and first descending.</param>
public sealed record SortKey(PropertyPath Path, WireType Type, bool Descending);

/// <summary>
/// A resource as the contract describes it. What is not declared readable, filterable, sortable or writable is not, and
/// answers like what does not exist. Authors derive from <see cref="ResourceDefinition{TEntity}"/>.
/// </summary>
public abstract class ResourceDefinition
{
    private readonly Dictionary<string, AttributeDefinition> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FilterDefinition> _filters = new(StringComparer.Ordinal);

    internal ResourceDefinition(string type, Type entity)
    {
        Type = type;
        Entity = entity;
        Utf8Type = Encoding.UTF8.GetBytes($"\"{type}\"");
    }

    /// <summary>The resource type, which is also its path: <c>collection_items</c>.</summary>
    public string Type { get; }

    /// <summary>The type with quotes, ready to be written.</summary>
    public byte[] Utf8Type { get; }

    /// <summary>The entity its rows are of.</summary>
    public Type Entity { get; }

    /// <summary>Where the id lies.</summary>
    public AttributeDefinition Id { get; internal set; } = null!;

    /// <summary>Attributes in the order they are written.</summary>
    public IReadOnlyList<AttributeDefinition> Attributes => AttributeList;

    /// <summary>What bodies may bear besides the attributes: it is taken in and never written out.</summary>
    public Dictionary<string, WireType> Inputs { get; } = new(StringComparer.Ordinal);

    /// <summary>What bodies may bear of other resources, to be written with this one, by name.</summary>
    public Dictionary<string, NestedDefinition> NestedInputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Relationships by name.</summary>
    public Dictionary<string, RelationshipDefinition> Relationships { get; } = new(StringComparer.Ordinal);

    /// <summary>Extra fields by name.</summary>
    public Dictionary<string, ExtraFieldDefinition> ExtraFields { get; } = new(StringComparer.Ordinal);

    /// <summary>The operations offered, each with the paths it can include.</summary>
    public Dictionary<Operation, HashSet<string>> Operations { get; } = [];

    /// <summary>Which rows of the entity's table are of this resource (its kind); the company's scope comes besides.</summary>
    public Condition Scope { get; protected set; } = Condition.Always;

    /// <summary>What lists leave out unless a filter names one of <see cref="RevealedBy"/>; null when nothing.</summary>
    public Condition? HiddenFromLists { get; protected set; }

    /// <summary>The filters that lift <see cref="HiddenFromLists"/>.</summary>
    public IReadOnlyList<string> RevealedBy { get; protected set; } = [];

    /// <summary>The order of lists that ask for none, the id that breaks ties included.</summary>
    public SortKey[] DefaultOrder { get; internal set; } = [];

    /// <summary>The type of its writes: rules that need stored data, and how it is stored; null for a resource that is only read.</summary>
    public Type? Writes { get; private protected set; }

    /// <summary>The type of the validator of its bodies; null for a resource that is only read.</summary>
    public Type? Validator { get; private protected set; }

    /// <summary>Types of the definitions its rows are written by, for a list of several types; empty otherwise.</summary>
    public IReadOnlyList<ResourceDefinition> Variants { get; protected set; } = [];

    /// <summary>Which variant a row is: an attribute whose value is the variant's type.</summary>
    public AttributeDefinition? VariantOf { get; protected set; }

    /// <summary>The attributes of <see cref="DefaultOrder"/>, those of them that the resource has.</summary>
    protected IReadOnlyList<string> OrderedBy { get; set; } = ["position", "created_at"];

    internal List<AttributeDefinition> AttributeList { get; } = [];

    /// <summary>The names that can be filtered on, attributes first.</summary>
    public IEnumerable<string> FilterNames =>
        _attributes.Values.Where(attribute => attribute.Operators.Length > 0).Select(attribute => attribute.Name).Union(_filters.Keys);

    /// <summary>The attribute of that name, or null.</summary>
    public AttributeDefinition? FindAttribute(string name) => _attributes.GetValueOrDefault(name);

    /// <summary>The filter of that name: one of its own, or an attribute that can be filtered; null for any other name.</summary>
    public FilterDefinition? FindFilter(string name) => _filters.GetValueOrDefault(name);

    internal void Add(AttributeDefinition attribute)
    {
        _attributes.Add(attribute.Name, attribute);
        AttributeList.Add(attribute);
    }

    internal void Add(FilterDefinition filter) => _filters.Add(filter.Name, filter);

    internal void Freeze(IReadOnlyDictionary<string, ResourceDefinition> catalog)
    {
        foreach (var relationship in Relationships.Values)
            relationship.Target = catalog.TryGetValue(relationship.TargetType, out var target)
                ? target
                : throw new InvalidOperationException($"{Type}.{relationship.Name} leads to '{relationship.TargetType}', which is not declared.");
        foreach (var nested in NestedInputs.Values)
            nested.Target = catalog.TryGetValue(nested.TargetType, out var target)
                ? target
                : throw new InvalidOperationException($"{Type}.{nested.Name} holds '{nested.TargetType}', which is not declared.");
        foreach (var attribute in _attributes.Values)
            if (attribute.Operators.Length > 0 && attribute.Template is null)
                _filters.TryAdd(attribute.Name, FilterOf(attribute));
        DefaultOrder = WithTieBreak([.. OrderedBy.Select(FindAttribute).OfType<AttributeDefinition>()
            .Select(attribute => new SortKey(attribute.Paths[0], attribute.Type, Descending: false))]);
    }

    /// <summary>An order in which no two rows are equal: the id breaks ties, in the direction of the last key.</summary>
    internal SortKey[] WithTieBreak(List<SortKey> keys)
    {
        var id = Id.Paths[0];
        if (!keys.Any(key => key.Path.Equals(id)))
            keys.Add(new SortKey(id, WireType.Uuid, keys.Count > 0 && keys[^1].Descending));
        return [.. keys];
    }

    private static FilterDefinition FilterOf(AttributeDefinition attribute) =>
        new(attribute.Name, attribute.Type, attribute.Operators, attribute.CanBeNull, attribute.EnumNames,
            (comparison, values) => new Compare(attribute.Paths[0], attribute.Type, comparison, values.Items, values.OrNull));
}
