using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace JsonApi.Definitions;

/// <summary>When a client may set an attribute.</summary>
public enum Writability
{
    /// <summary>Never.</summary>
    Readonly,

    /// <summary>When the resource is created.</summary>
    OnCreate,

    /// <summary>At any time.</summary>
    Always,
}

/// <summary>
/// An attribute of a resource: its wire name, the property with its value, and what clients may do with it. The verbs below are for
/// the constructor of its resource definition; once that is frozen, they throw.
/// </summary>
public sealed class AttributeDefinition
{
    private readonly byte[] _utf8Member;
    private bool _isFrozen;

    internal AttributeDefinition(string name, WireType type, ImmutableArray<PropertyPath> paths, ImmutableArray<string> enumNames)
    {
        Name = name;
        Type = type;
        Paths = paths;
        EnumNames = enumNames;
        CanBeNull = paths[0].CanBeNull;
        _utf8Member = Encoding.UTF8.GetBytes($"\"{name}\":");
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The type on the wire.</summary>
    public WireType Type { get; }

    /// <summary>The path to its value; several paths for a composed attribute.</summary>
    public ImmutableArray<PropertyPath> Paths { get; }

    /// <summary>
    /// The JSON text around the values of <see cref="Paths"/> of a composed attribute, one piece more than paths; empty for any other.
    /// </summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Template { get; internal init; } = [];

    /// <summary>Whether it is a JSON object made of several values.</summary>
    public bool IsComposed => Template.Length > 0;

    /// <summary>The names an enum accepts.</summary>
    public ImmutableArray<string> EnumNames { get; private set; }

    /// <summary>Whether its value can be null, at least for some rows.</summary>
    public bool CanBeNull { get; private set; }

    /// <summary>The member's name with quotes and colon, ready to be written.</summary>
    public ReadOnlySpan<byte> Utf8Member => _utf8Member;

    /// <summary>The operators it can be filtered with; none unless declared.</summary>
    public ImmutableArray<FilterOperator> Operators { get; private set; } = [];

    /// <summary>Other names of an enum's names, which clients may use in filters.</summary>
    public FrozenDictionary<string, string> Synonyms { get; private set; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Whether it is written when a request names no fields.</summary>
    public bool IsDefault { get; private set; } = true;

    /// <summary>Whether it is an extra field: written only when a request names it in <c>extra_fields</c>.</summary>
    public bool IsExtra { get; private set; }

    /// <summary>Whether rows can be ordered by it: every default or filterable scalar can.</summary>
    public bool IsSortable => !IsComposed && WireTypes.IsSortable(Type) && (IsDefault || Operators.Length > 0);

    /// <summary>Whether <c>stats[name]=count</c> counts rows per value.</summary>
    public bool IsCountable { get; private set; }

    /// <summary>When clients may set it.</summary>
    public Writability Writability { get; private set; }

    /// <summary>Whether its values are URLs, which may be stored as a path without the server's own address.</summary>
    public bool IsUrl { get; private set; }

    /// <summary>Can be filtered with the operators of its type.</summary>
    public AttributeDefinition Filter() => Declare(() => Operators = FilterOperators.Of(Type));

    /// <summary>Can be filtered with these operators only.</summary>
    public AttributeDefinition Filter(params string[] operators) => Declare(() => Operators = FilterOperators.Named(operators));

    /// <summary>A filter takes another name for one of the enum's names: <c>manual</c> for <c>static</c>.</summary>
    public AttributeDefinition FilterAlso(string synonym, string name) => Declare(() =>
        Synonyms = Synonyms.Append(KeyValuePair.Create(synonym, name)).ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Not written when a request names no fields.</summary>
    public AttributeDefinition NotDefault() => Declare(() => IsDefault = false);

    /// <summary>Has a value for every row: its path leads through to-one steps that always lead somewhere.</summary>
    public AttributeDefinition NeverNull() => Null(false);

    /// <summary>Written only when a request names it in <c>extra_fields</c>.</summary>
    public AttributeDefinition Extra() => Declare(() => (IsDefault, IsExtra) = (false, true));

    /// <summary>Rows can be counted per value, as they always can for enums and booleans.</summary>
    public AttributeDefinition Countable() => Declare(() => IsCountable = true);

    /// <summary>Clients set it at any time.</summary>
    public AttributeDefinition Write() => Declare(() => Writability = Writability.Always);

    /// <summary>Clients set it on creation and never after (<c>readonly-after-create</c>).</summary>
    public AttributeDefinition WriteOnce() => Declare(() => Writability = Writability.OnCreate);

    /// <summary>
    /// Is a URL, or several when composed, or a hash that begins with the member <c>url</c>. A stored absolute path (<c>/a/b</c>) is written
    /// with the base URL of the request before it, any other URL (<c>https://…</c>, <c>//host/…</c>) as it is. Filters and sorts use the
    /// stored value.
    /// </summary>
    public AttributeDefinition Url() => Declare(() => IsUrl = true);

    /// <summary>Accepts only some of the enum's names.</summary>
    public AttributeDefinition OneOf(params string[] names) => Declare(() => EnumNames = [.. names]);

    /// <summary>Says whether its value can be null.</summary>
    internal AttributeDefinition Null(bool possible) => Declare(() => CanBeNull = possible);

    internal void Freeze() => _isFrozen = true;

    private AttributeDefinition Declare(Action declaration)
    {
        if (_isFrozen)
            throw new InvalidOperationException($"The attribute {Name} is frozen: it is declared in its resource definition's constructor.");
        declaration();
        return this;
    }
}
