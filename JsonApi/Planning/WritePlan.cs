using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>A resource that is written together with the one it belongs to.</summary>
/// <param name="Plan">What to make or change; a new one gets its id from whoever makes it.</param>
/// <param name="IsDestroyed">Whether it is taken away instead.</param>
public sealed record NestedWrite(WritePlan Plan, bool IsDestroyed);

/// <summary>
/// What a body means: the values to set, by the name of the attribute or input, each of the CLR type that goes with its wire type
/// (text, enum names and hashes as strings, arrays as lists of strings, integers as <c>int</c>); null where null was given.
/// </summary>
/// <param name="Definition">The resource.</param>
/// <param name="Id">The resource to update, or the id that a new one gets.</param>
/// <param name="IsCreate">Whether the resource is new.</param>
/// <param name="Values">What was given; what was not is left as it is.</param>
public sealed record WritePlan(ResourceDefinition Definition, Guid Id, bool IsCreate, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>Whether the name was given, be it with null.</summary>
    public bool Sets(string name) => Values.ContainsKey(name);

    /// <summary>The uuid given for a name, or null.</summary>
    public Guid? Uuid(string name) => Values.GetValueOrDefault(name) as Guid?;

    /// <summary>The text, enum name or JSON object given for a name, or null.</summary>
    public string? Text(string name) => Values.GetValueOrDefault(name) as string;

    /// <summary>The whole number given for a name, or null.</summary>
    public int? Integer(string name) => Values.GetValueOrDefault(name) as int?;

    /// <summary>The number given for a name, or null.</summary>
    public double? Float(string name) => Values.GetValueOrDefault(name) as double?;

    /// <summary>The boolean given for a name, or null.</summary>
    public bool? Boolean(string name) => Values.GetValueOrDefault(name) as bool?;

    /// <summary>What was given for a name is true.</summary>
    public bool IsTrue(string name) => Values.GetValueOrDefault(name) is true;

    /// <summary>The strings of the array given for a name, or null.</summary>
    public IReadOnlyList<string>? Texts(string name) => Values.GetValueOrDefault(name) as IReadOnlyList<string>;

    /// <summary>The resources given for a name that belong to this one, in the order of the body.</summary>
    public IReadOnlyList<NestedWrite> Nested(string name) => Values.GetValueOrDefault(name) as IReadOnlyList<NestedWrite> ?? [];

    /// <summary>The same plan with another value for a name.</summary>
    public WritePlan With(string name, object value) =>
        this with { Values = new Dictionary<string, object?>(Values, StringComparer.Ordinal) { [name] = value } };

    /// <summary>The same plan with one value in place of another.</summary>
    public WritePlan With(string dropped, string name, object value)
    {
        var changed = new Dictionary<string, object?>(Values, StringComparer.Ordinal) { [name] = value };
        changed.Remove(dropped);
        return this with { Values = changed };
    }
}
