using System.Text;

namespace JsonApi.Definitions;

/// <summary>A member of an extra field's array elements.</summary>
public sealed class ExtraFieldMember
{
    private readonly byte[] _utf8Member;

    internal ExtraFieldMember(string name, PropertyPath path)
    {
        (Name, Path, Type) = (name, path, WireTypes.Of(path.Property.PropertyType));
        _utf8Member = Encoding.UTF8.GetBytes($"\"{name}\":");
    }

    /// <summary>The name on the wire; empty where the element is the value itself.</summary>
    public string Name { get; }

    /// <summary>The path to its value, from the sub-plan's row.</summary>
    public PropertyPath Path { get; }

    /// <summary>The type on the wire.</summary>
    public WireType Type { get; }

    /// <summary>The member's name with quotes and colon, ready to be written.</summary>
    public ReadOnlySpan<byte> Utf8Member => _utf8Member;
}
