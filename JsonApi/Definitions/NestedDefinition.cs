namespace JsonApi.Definitions;

/// <summary>Resources of another type that a body writes together with the one they belong to: <c>bundle_items_attributes</c>.</summary>
public sealed class NestedDefinition
{
    internal NestedDefinition(string name, string targetType, string key) => (Name, TargetType, Key) = (name, targetType, key);

    /// <summary>The name in the body.</summary>
    public string Name { get; }

    /// <summary>The type of the definition they are of; <see cref="Target"/> once the catalogue is frozen.</summary>
    public string TargetType { get; }

    /// <summary>The definition they are of.</summary>
    public ResourceDefinition Target { get; internal set; } = null!;

    /// <summary>Their attribute that is the id of the resource they belong to.</summary>
    public string Key { get; }
}
