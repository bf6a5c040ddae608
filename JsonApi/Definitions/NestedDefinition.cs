namespace JsonApi.Definitions;

/// <summary>Resources of another type that a body writes together with the one they belong to: <c>bundle_items_attributes</c>.</summary>
public sealed class NestedDefinition
{
    internal NestedDefinition(string name, string targetType, string key) => (Name, TargetType, Key) = (name, targetType, key);

    /// <summary>The name in the body.</summary>
    public string Name { get; }

    /// <summary>The type of <see cref="Target"/>.</summary>
    public string TargetType { get; }

    /// <summary>The definition of these resources; set when the catalogue is frozen.</summary>
    public ResourceDefinition Target { get; private set; } = null!;

    /// <summary>Their attribute that is the id of the resource they belong to.</summary>
    public string Key { get; }

    internal void Freeze(ResourceDefinition target) => Target = target;
}
