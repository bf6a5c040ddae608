using System.Collections.Immutable;
using System.Text;

namespace JsonApi.Definitions;

/// <summary>
/// A computed field, written only when asked for (<c>extra_fields[collection_items]=source_collections</c>): an array made of
/// the rows of a sub-plan.
/// </summary>
public sealed class ExtraFieldDefinition
{
    private readonly byte[] _utf8Member;

    internal ExtraFieldDefinition(
        string name, Type source, Condition where, ImmutableArray<ExtraFieldMember> select, ImmutableArray<PropertyPath> orderBy)
    {
        (Name, Source, Where, Select, OrderBy) = (name, source, where, select, orderBy);
        _utf8Member = Encoding.UTF8.GetBytes($"\"{name}\":");
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The entity of the sub-plan's rows.</summary>
    public Type Source { get; }

    /// <summary>Which of its rows belong to a row of the resource; contains at least one <see cref="SameAs"/>.</summary>
    public Condition Where { get; }

    /// <summary>The members of each array element; one without a name makes the array one of plain values.</summary>
    public ImmutableArray<ExtraFieldMember> Select { get; }

    /// <summary>The order of the elements, ascending, nulls last.</summary>
    public ImmutableArray<PropertyPath> OrderBy { get; }

    /// <summary>The member's name with quotes and colon, ready to be written.</summary>
    public ReadOnlySpan<byte> Utf8Member => _utf8Member;
}
