namespace JsonApi.Definitions;

/// <summary>The values given to a filter, read by the filter's type.</summary>
/// <param name="Items">The values but null.</param>
/// <param name="OrNull">Whether null is among them.</param>
public sealed record FilterValues(IReadOnlyList<object> Items, bool OrNull);

/// <summary>A filter that is no attribute, such as <c>filter[exclude_system_collections]=true</c> or <c>filter[q]=bike</c>.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">How its values are read.</param>
/// <param name="Operators">The operators it takes.</param>
/// <param name="AllowsNull">Whether <c>null</c> among the values means null.</param>
/// <param name="EnumNames">The names an enum accepts.</param>
/// <param name="Build">
/// The condition for a comparison (never negated: the planner wraps the complement) and its values.
/// </param>
public sealed record FilterDefinition(
    string Name, WireType Type, FilterOperator[] Operators, bool AllowsNull, string[] EnumNames, Func<Comparison, FilterValues, Condition> Build);

/// <summary>
/// A computed field, written only when asked for (<c>extra_fields[collection_items]=source_collections</c>): an array made of
/// the rows of a sub-plan.
/// </summary>
public sealed class ExtraFieldDefinition
{
    internal ExtraFieldDefinition(string name, Type source, Condition where, (string Name, PropertyPath Path)[] select, PropertyPath[] orderBy)
    {
        Name = name;
        Source = source;
        Where = where;
        Utf8Member = System.Text.Encoding.UTF8.GetBytes($"\"{name}\":");
        Select = [.. select.Select(part => (part.Name.Length == 0 ? [] : System.Text.Encoding.UTF8.GetBytes($"\"{part.Name}\":"), part.Path))];
        OrderBy = orderBy;
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The entity the sub-plan's rows are of.</summary>
    public Type Source { get; }

    /// <summary>Which of its rows belong to a row of the resource; holds at least one <see cref="SameAs"/>.</summary>
    public Condition Where { get; }

    /// <summary>The members of each array element; one without a name makes the array one of plain values.</summary>
    public (byte[] Utf8Member, PropertyPath Path)[] Select { get; }

    /// <summary>The order of the elements, ascending, nulls last.</summary>
    public PropertyPath[] OrderBy { get; }

    /// <summary>The member's name with quotes and colon, ready to be written.</summary>
    public byte[] Utf8Member { get; }
}
