using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>A resource that is written together with the one it belongs to.</summary>
/// <param name="Plan">What to create or update; the writes give a new one its id.</param>
/// <param name="IsDestroyed">Whether it is deleted instead.</param>
public sealed record NestedWrite(WritePlan Plan, bool IsDestroyed);

/// <summary>
/// What a body means: the values to set, by the name of the attribute or input, each of the CLR type of its wire type (text, enum names
/// and hashes as strings, arrays as lists of strings, integers as <c>int</c>); null where null was given.
/// </summary>
/// <param name="Definition">The resource.</param>
/// <param name="Id">The resource to update, or the id that a new one gets.</param>
/// <param name="IsCreate">Whether the resource is new.</param>
/// <param name="Values">The values of the body; names that the body leaves out are not set.</param>
public sealed record WritePlan(ResourceDefinition Definition, Guid Id, bool IsCreate, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>The values of the body that cannot be written, and so have to be those that the resource has.</summary>
    public IReadOnlyList<RepeatedValue> Repeated { get; init; } = [];

    /// <summary>Whether the body has the name, even if with null.</summary>
    public bool Sets(string name) => Values.ContainsKey(name);

    /// <summary>The uuid of a name, or null.</summary>
    public Guid? Uuid(string name) => Values.GetValueOrDefault(name) as Guid?;

    /// <summary>The text, enum name or JSON object of a name, or null.</summary>
    public string? Text(string name) => Values.GetValueOrDefault(name) as string;

    /// <summary>The whole number of a name, or null.</summary>
    public int? Integer(string name) => Values.GetValueOrDefault(name) as int?;

    /// <summary>The number of a name, or null.</summary>
    public double? Float(string name) => Values.GetValueOrDefault(name) as double?;

    /// <summary>The boolean of a name, or null.</summary>
    public bool? Boolean(string name) => Values.GetValueOrDefault(name) as bool?;

    /// <summary>Whether the value of a name is true.</summary>
    public bool IsTrue(string name) => Values.GetValueOrDefault(name) is true;

    /// <summary>The strings of a name's array, or null.</summary>
    public IReadOnlyList<string>? Texts(string name) => Values.GetValueOrDefault(name) as IReadOnlyList<string>;

    /// <summary>The resources of a name that are written with this one, in the order of the body.</summary>
    public IReadOnlyList<NestedWrite> Nested(string name) => Values.GetValueOrDefault(name) as IReadOnlyList<NestedWrite> ?? [];

    /// <summary>The same plan with another value for a name.</summary>
    public WritePlan With(string name, object value) =>
        this with { Values = new Dictionary<string, object?>(Values, StringComparer.Ordinal) { [name] = value } };

    /// <summary>The same plan with one value instead of another.</summary>
    public WritePlan With(string dropped, string name, object value)
    {
        var changed = new Dictionary<string, object?>(Values, StringComparer.Ordinal) { [name] = value };
        changed.Remove(dropped);
        return this with { Values = changed };
    }
}
