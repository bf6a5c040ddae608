using System.Reflection;
using System.Text;

namespace JsonApi.Definitions;

/// <summary>A relationship of a resource to another.</summary>
public sealed class RelationshipDefinition
{
    private readonly byte[] _utf8Member;

    internal RelationshipDefinition(string name, bool isToMany, PropertyInfo navigation, string targetType, PropertyPath key)
    {
        Name = name;
        IsToMany = isToMany;
        Navigation = navigation;
        TargetType = targetType;
        Key = key;
        _utf8Member = Encoding.UTF8.GetBytes($"\"{name}\":");
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Whether it leads to any number of resources instead of one or none.</summary>
    public bool IsToMany { get; }

    /// <summary>The navigation property of the entity.</summary>
    public PropertyInfo Navigation { get; }

    /// <summary>The type of <see cref="Target"/>.</summary>
    public string TargetType { get; }

    /// <summary>The definition it leads to; set when the catalogue is frozen.</summary>
    public ResourceDefinition Target { get; private set; } = null!;

    /// <summary>The foreign key: of this entity for a to-one, of the target's entity for a to-many relationship.</summary>
    public PropertyPath Key { get; }

    /// <summary>
    /// The name under which a write plan has the type of the related resource, where that can be one of several types; otherwise null.
    /// It may be an attribute's name; if not, only the relationship of a body says the type.
    /// </summary>
    public string? TypeAttribute { get; internal init; }

    /// <summary>The member's name with quotes and colon, ready to be written.</summary>
    public ReadOnlySpan<byte> Utf8Member => _utf8Member;

    internal void Freeze(ResourceDefinition target) => Target = target;
}
