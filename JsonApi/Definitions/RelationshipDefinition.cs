using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace JsonApi.Definitions;

/// <summary>A relationship of a resource to another.</summary>
public sealed class RelationshipDefinition
{
    private readonly byte[] _utf8Member;

    internal RelationshipDefinition(string name, bool isToMany, ImmutableArray<PropertyInfo> path, string targetType, PropertyPath key)
    {
        Name = name;
        IsToMany = isToMany;
        Path = path;
        TargetType = targetType;
        Key = key;
        _utf8Member = Encoding.UTF8.GetBytes($"\"{name}\":");
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Whether it leads to any number of resources instead of one or none.</summary>
    public bool IsToMany { get; }

    /// <summary>The navigations from the entity to the related one: one, or the steps to another entity whose relationship this is.</summary>
    public ImmutableArray<PropertyInfo> Path { get; }

    /// <summary>The type of <see cref="Target"/>.</summary>
    public string TargetType { get; }

    /// <summary>The definition it leads to; set when the catalogue is frozen.</summary>
    public ResourceDefinition Target { get; private set; } = null!;

    /// <summary>The foreign key: of this entity for a to-one, of the target's entity for a to-many relationship.</summary>
    public PropertyPath Key { get; }

    /// <summary>
    /// The foreign key of this entity to the one whose relationship this is, where <see cref="Path"/> leads through another; null where the
    /// relationship is this entity's own.
    /// </summary>
    public PropertyPath? Through { get; internal init; }

    /// <summary>
    /// The name under which a write plan has the type of the related resource, where that can be one of several types; otherwise null.
    /// It may be an attribute's name; if not, only the relationship of a body says the type.
    /// </summary>
    public string? TypeAttribute { get; internal init; }

    /// <summary>
    /// The related rows that a to-many relationship leaves out; null where it has all. Filters that name one of the target's
    /// <see cref="ResourceDefinition.RevealedBy"/> see them.
    /// </summary>
    public Condition? LeftOut { get; internal init; }

    /// <summary>The member's name with quotes and colon, ready to be written.</summary>
    public ReadOnlySpan<byte> Utf8Member => _utf8Member;

    /// <summary>Which rows of the target's entity it leads to.</summary>
    /// <param name="isRevealing">Whether to those that it leaves out, too.</param>
    internal Condition Rows(bool isRevealing = false) =>
        LeftOut is null || isRevealing ? Target.Scope : Condition.Both(Target.Scope, new Not(LeftOut));

    internal void Freeze(ResourceDefinition target) => Target = target;
}
