using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace JsonApi.Definitions;

/// <summary>What a client can do with a resource; each operation has its own list of paths that can be included.</summary>
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
/// <param name="Path">The path to the value.</param>
/// <param name="Type">Its wire type.</param>
/// <param name="Descending">Whether the greatest value comes first. Nulls come last ascending and first descending.</param>
public sealed record SortKey(PropertyPath Path, WireType Type, bool Descending);

/// <summary>
/// A resource as the contract describes it. What is not declared readable, filterable, sortable or writable is not, and is answered
/// like what does not exist. Authors derive from <see cref="ResourceDefinition{TEntity}"/> and declare everything in the constructor; the
/// catalogue then freezes the definition. Its collections are empty before, and it throws on a declaration after.
/// </summary>
public abstract class ResourceDefinition
{
    private readonly byte[] _utf8Type;
    private ResourceDeclarations? _declared = new();
    private FrozenDictionary<string, AttributeDefinition> _attributes = FrozenDictionary<string, AttributeDefinition>.Empty;
    private FrozenDictionary<string, FilterDefinition> _filters = FrozenDictionary<string, FilterDefinition>.Empty;
    private FrozenDictionary<string, ExtraFieldDefinition> _extraFields = FrozenDictionary<string, ExtraFieldDefinition>.Empty;

    internal ResourceDefinition(string type, Type entity)
    {
        (Type, Entity) = (type, entity);
        _utf8Type = Encoding.UTF8.GetBytes($"\"{type}\"");
    }

    /// <summary>The resource type, which is also its path: <c>collection_items</c>.</summary>
    public string Type { get; }

    /// <summary>The type with quotes, ready to be written.</summary>
    public ReadOnlySpan<byte> Utf8Type => _utf8Type;

    /// <summary>The catalogue it is part of, once that is frozen.</summary>
    public ResourceCatalog Catalog { get; private set; } = null!;

    /// <summary>The entity of its rows.</summary>
    public Type Entity { get; }

    /// <summary>The attribute with the id; not among <see cref="Attributes"/>.</summary>
    public AttributeDefinition Id { get; private protected init; } = null!;

    /// <summary>Attributes in the order they are written.</summary>
    public ImmutableArray<AttributeDefinition> Attributes { get; private set; } = [];

    /// <summary>What bodies may contain besides the attributes: values that are read and never written out.</summary>
    public FrozenDictionary<string, WireType> Inputs { get; private set; } = FrozenDictionary<string, WireType>.Empty;

    /// <summary>The resources of other types that bodies may contain, to be written with this one, by name.</summary>
    public FrozenDictionary<string, NestedDefinition> NestedInputs { get; private set; } = FrozenDictionary<string, NestedDefinition>.Empty;

    /// <summary>Relationships by name.</summary>
    public FrozenDictionary<string, RelationshipDefinition> Relationships { get; private set; } =
        FrozenDictionary<string, RelationshipDefinition>.Empty;

    /// <summary>Extra fields in the order of declaration.</summary>
    public ImmutableArray<ExtraFieldDefinition> ExtraFields { get; private set; } = [];

    /// <summary>The operations offered, each with the paths it can include.</summary>
    public FrozenDictionary<Operation, FrozenSet<string>> Operations { get; private set; } =
        FrozenDictionary<Operation, FrozenSet<string>>.Empty;

    /// <summary>The names that can be filtered on, attributes first.</summary>
    public ImmutableArray<string> FilterNames { get; private set; } = [];

    /// <summary>The order of lists that ask for none; ends in the id, which breaks ties.</summary>
    public ImmutableArray<SortKey> DefaultOrder { get; private set; } = [];

    /// <summary>Which rows of the entity's table are of this resource (its kind). The company's scope is added to it.</summary>
    public Condition Scope { get; protected set => field = Declaring(value); } = Condition.Always;

    /// <summary>What lists leave out unless a filter names one of <see cref="RevealedBy"/>; null when nothing.</summary>
    public Condition? HiddenFromLists { get; protected set => field = Declaring(value); }

    /// <summary>The filters that turn off <see cref="HiddenFromLists"/>.</summary>
    public ImmutableArray<string> RevealedBy { get; protected set => field = Declaring(value); } = [];

    /// <summary>How its rows are numbered; null where they are not.</summary>
    public RowNumbering? Numbering { get; private protected set => field = Declaring(value); }

    /// <summary>The type of its writes: rules that need stored data, and how it is stored; null for a resource that is only read.</summary>
    public Type? Writes { get; private protected set => field = Declaring(value); }

    /// <summary>The type of the validator of its bodies; null for a resource that is only read.</summary>
    public Type? Validator { get; private protected set => field = Declaring(value); }

    /// <summary>The definitions that its rows are written by, for a list of several types; empty otherwise.</summary>
    public ImmutableArray<ResourceDefinition> Variants { get; protected set => field = Declaring(value); } = [];

    /// <summary>The attribute that says which variant a row is: its value is the variant's type.</summary>
    public AttributeDefinition? VariantOf { get; protected set => field = Declaring(value); }

    /// <summary>The attributes of <see cref="DefaultOrder"/>; names that the resource does not have are skipped.</summary>
    protected ImmutableArray<string> OrderedBy { get; set => field = Declaring(value); } = ["position", "created_at"];

    internal ResourceDeclarations Declared => _declared
        ?? throw new InvalidOperationException($"The resource {Type} is frozen: everything is declared in the constructor of its definition.");

    /// <summary>The attribute of that name, the id included; or null.</summary>
    public AttributeDefinition? FindAttribute(string name) =>
        _declared is null ? _attributes.GetValueOrDefault(name) : _declared.Attributes.GetValueOrDefault(name);

    /// <summary>The filter of that name: one of its own, or an attribute that can be filtered; null for any other name.</summary>
    public FilterDefinition? FindFilter(string name) => _filters.GetValueOrDefault(name);

    /// <summary>The extra field of that name, or null.</summary>
    public ExtraFieldDefinition? FindExtraField(string name) => _extraFields.GetValueOrDefault(name);

    /// <summary>Ends the declaration: resolves the names of other resources and fills the read-only collections.</summary>
    internal void Freeze(ResourceCatalog catalog)
    {
        Catalog = catalog;
        var declared = Declared;
        var attributes = declared.Attributes.Values;
        foreach (var attribute in attributes)
            attribute.Freeze();
        foreach (var relationship in declared.Relationships.Values)
            relationship.Freeze(Find(catalog, relationship.TargetType, $"{Type}.{relationship.Name} leads to"));
        foreach (var nested in declared.NestedInputs.Values)
            nested.Freeze(Find(catalog, nested.TargetType, $"{Type}.{nested.Name} contains"));

        Attributes = [.. attributes.Where(attribute => attribute != Id)];
        FilterNames =
        [
            .. attributes.Where(attribute => attribute.Operators.Length > 0).Select(attribute => attribute.Name)
                .Union(declared.Filters.Keys),
        ];
        foreach (var attribute in attributes)
            if (attribute.Operators.Length > 0 && !attribute.IsComposed)
                declared.Filters.TryAdd(attribute.Name, FilterOf(attribute));
        DefaultOrder = WithTieBreak([.. OrderedBy.Select(FindAttribute).OfType<AttributeDefinition>()
            .Select(attribute => new SortKey(attribute.Paths[0], attribute.Type, Descending: false))]);

        _attributes = declared.Attributes.ToFrozenDictionary(StringComparer.Ordinal);
        _filters = declared.Filters.ToFrozenDictionary(StringComparer.Ordinal);
        _extraFields = declared.ExtraFields.ToFrozenDictionary(StringComparer.Ordinal);
        ExtraFields = [.. declared.ExtraFields.Values];
        Relationships = declared.Relationships.ToFrozenDictionary(StringComparer.Ordinal);
        Inputs = declared.Inputs.ToFrozenDictionary(StringComparer.Ordinal);
        NestedInputs = declared.NestedInputs.ToFrozenDictionary(StringComparer.Ordinal);
        Operations = declared.Operations.ToFrozenDictionary(offer => offer.Key, offer => offer.Value.ToFrozenSet(StringComparer.Ordinal));
        _declared = null;
    }

    /// <summary>An order in which no two rows are equal: the id breaks ties, in the direction of the last key.</summary>
    internal ImmutableArray<SortKey> WithTieBreak(List<SortKey> keys)
    {
        var id = Id.Paths[0];
        if (!keys.Any(key => key.Path.Equals(id)))
            keys.Add(new SortKey(id, WireType.Uuid, keys.Count > 0 && keys[^1].Descending));
        return [.. keys];
    }

    private static ResourceDefinition Find(ResourceCatalog catalog, string type, string whose) =>
        catalog.Find(type) ?? throw new InvalidOperationException($"{whose} '{type}', which is not declared.");

    private static FilterDefinition FilterOf(AttributeDefinition attribute) =>
        new(attribute.Name, attribute.Type, attribute.Operators, attribute.CanBeNull, attribute.EnumNames,
            (comparison, values) => new Compare(attribute.Paths[0], attribute.Type, comparison, values.Items, values.OrNull))
        {
            Synonyms = attribute.Synonyms,
        };

    private T Declaring<T>(T value)
    {
        _ = Declared;
        return value;
    }
}
