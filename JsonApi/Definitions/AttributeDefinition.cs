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

/// <summary>An attribute of a resource: its wire name, where its value lies, and what clients may do with it.</summary>
public sealed class AttributeDefinition
{
    internal AttributeDefinition(string name, WireType type, PropertyPath[] paths, string[]? template, string[] enumNames)
    {
        Name = name;
        Type = type;
        Paths = paths;
        Template = template is null ? null : [.. template.Select(Encoding.UTF8.GetBytes)];
        EnumNames = enumNames;
        CanBeNull = paths[0].CanBeNull;
        Utf8Member = Encoding.UTF8.GetBytes($"\"{name}\":");
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The type on the wire.</summary>
    public WireType Type { get; }

    /// <summary>Where the value lies. Several for an attribute that is written from a <see cref="Template"/>.</summary>
    public PropertyPath[] Paths { get; }

    /// <summary>The JSON between the values of <see cref="Paths"/>, one piece more than paths; null for a plain attribute.</summary>
    public byte[][]? Template { get; }

    /// <summary>The names an enum accepts.</summary>
    public string[] EnumNames { get; private set; }

    /// <summary>Whether its value can be null, for some rows at least.</summary>
    public bool CanBeNull { get; internal init; }

    /// <summary>The member's name with quotes and colon, ready to be written.</summary>
    public byte[] Utf8Member { get; }

    /// <summary>The operators it can be filtered with; none unless declared.</summary>
    public FilterOperator[] Operators { get; private set; } = [];

    /// <summary>Whether it is among the attributes written when no fields are asked for.</summary>
    public bool IsDefault { get; private set; } = true;

    /// <summary>Whether rows can be ordered by it: every default or filterable scalar can.</summary>
    public bool IsSortable => Template is null && WireTypes.IsSortable(Type) && (IsDefault || Operators.Length > 0);

    /// <summary>Whether <c>stats[name]=count</c> counts rows per value.</summary>
    public bool IsCountable { get; private set; }

    /// <summary>When clients may set it.</summary>
    public Writability Writability { get; private set; }

    /// <summary>Whether its values are URLs, which may be kept without the server's own address.</summary>
    public bool IsUrl { get; private set; }

    /// <summary>Can be filtered with the operators of its type.</summary>
    public AttributeDefinition Filter()
    {
        Operators = FilterOperators.Of(Type);
        return this;
    }

    /// <summary>Can be filtered with these operators only.</summary>
    public AttributeDefinition Filter(params string[] operators)
    {
        Operators = FilterOperators.Named(operators);
        return this;
    }

    /// <summary>Not written when no fields are asked for.</summary>
    public AttributeDefinition NotDefault()
    {
        IsDefault = false;
        return this;
    }

    /// <summary>Rows can be counted per value, besides the enums and booleans that always can.</summary>
    public AttributeDefinition Countable()
    {
        IsCountable = true;
        return this;
    }

    /// <summary>Clients set it at any time.</summary>
    public AttributeDefinition Write()
    {
        Writability = Writability.Always;
        return this;
    }

    /// <summary>
    /// Holds a URL, or several when composed. One kept as an absolute path (<c>/a/b</c>) is written with the base URL of the request
    /// before it, any other (<c>https://…</c>, <c>//host/…</c>) as it is. Filters and sorts see what is kept.
    /// </summary>
    public AttributeDefinition Url()
    {
        IsUrl = true;
        return this;
    }

    /// <summary>Clients set it on creation and never after (<c>readonly-after-create</c>).</summary>
    public AttributeDefinition WriteOnce()
    {
        Writability = Writability.OnCreate;
        return this;
    }

    /// <summary>Admits only some of the enum's names.</summary>
    public AttributeDefinition OneOf(params string[] names)
    {
        EnumNames = names;
        return this;
    }
}
