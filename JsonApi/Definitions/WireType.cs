namespace JsonApi.Definitions;

/// <summary>The types of values on the wire; each has its own rules for reading, comparing and writing.</summary>
public enum WireType
{
    /// <summary>Text; compared case-folded, except by <c>eql</c>.</summary>
    String,

    /// <summary>36 lower-case characters.</summary>
    Uuid,

    /// <summary>One of a closed list of names.</summary>
    Enum,

    /// <summary>A whole number of up to 64 bits.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Float,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>An instant, UTC with six digits.</summary>
    DateTime,

    /// <summary>A JSON array of strings.</summary>
    Array,

    /// <summary>A JSON object.</summary>
    Hash,
}

/// <summary>What the engine knows about <see cref="WireType"/> values.</summary>
public static class WireTypes
{
    /// <summary>The wire type of a CLR property type; a hash has to be declared, because its property is a string too.</summary>
    public static WireType Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return WireType.Enum;
        return type == typeof(Guid) ? WireType.Uuid
            : type == typeof(string) ? WireType.String
            : type == typeof(int) || type == typeof(long) ? WireType.Integer
            : type == typeof(double) ? WireType.Float
            : type == typeof(bool) ? WireType.Boolean
            : type == typeof(DateTimeOffset) ? WireType.DateTime
            : typeof(IEnumerable<string>).IsAssignableFrom(type) ? WireType.Array
            : throw new ArgumentException($"{type} has no wire type.");
    }

    /// <summary>Whether rows can be ordered by values of this type.</summary>
    public static bool IsSortable(WireType type) => type is not (WireType.Array or WireType.Hash);

    /// <summary>Whether the values can be added up.</summary>
    public static bool IsNumber(WireType type) => type is WireType.Integer or WireType.Float;

    /// <summary>The words for a value of this type in an error message.</summary>
    public static string Describe(WireType type) => type switch
    {
        WireType.String => "a string",
        WireType.Uuid => "a uuid",
        WireType.Enum => "one of a list of names",
        WireType.Integer => "an integer",
        WireType.Float => "a number",
        WireType.Boolean => "true or false",
        WireType.DateTime => "an ISO 8601 datetime",
        WireType.Array => "an array",
        WireType.Hash => "an object",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
