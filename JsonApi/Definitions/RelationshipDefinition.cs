using System.Reflection;
using System.Text;

namespace JsonApi.Definitions;

/// <summary>A relationship of a resource to another.</summary>
public sealed class RelationshipDefinition
{
    internal RelationshipDefinition(string name, bool isToMany, PropertyInfo navigation, string targetType, PropertyPath key)
    {
        Name = name;
        IsToMany = isToMany;
        Navigation = navigation;
        TargetType = targetType;
        Key = key;
        Utf8Member = Encoding.UTF8.GetBytes($"\"{name}\":");
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Whether it leads to any number of resources instead of one or none.</summary>
    public bool IsToMany { get; }

    /// <summary>The navigation property of the entity.</summary>
    public PropertyInfo Navigation { get; }

    /// <summary>The type of the definition it leads to; <see cref="Target"/> once the catalogue is frozen.</summary>
    public string TargetType { get; }

    /// <summary>The definition it leads to.</summary>
    public ResourceDefinition Target { get; internal set; } = null!;

    /// <summary>The foreign key: of this entity for a to-one, of the target's entity for a to-many relationship.</summary>
    public PropertyPath Key { get; }

    /// <summary>
    /// The name under which a write bears the type of what the key leads to, where that can be one of several; null elsewhere. Where no
    /// attribute has that name, the type stands in the relationship alone.
    /// </summary>
    public string? TypeAttribute { get; internal init; }

    /// <summary>The member's name with quotes and colon, ready to be written.</summary>
    public byte[] Utf8Member { get; }
}
