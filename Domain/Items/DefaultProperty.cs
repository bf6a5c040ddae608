namespace Domain.Items;

public enum PropertyType
{
    Address,
    DateField,
    Email,
    Phone,
    Select,
    TextArea,
    TextField,
}

/// <summary>What resources of one type have as properties: name, type and rules, which properties linked to it follow.</summary>
public sealed class DefaultProperty
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public required string Name { get; set; }

    public required string Identifier { get; set; }

    public int Position { get; set; } = 1;

    public PropertyType PropertyType { get; set; } = PropertyType.TextField;

    public List<string> ShowOn { get; set; } = [];

    public bool ValidationRequired { get; set; }

    /// <summary>The type of the resources: <c>product_groups</c>.</summary>
    public required string OwnerType { get; init; }

    /// <summary>The values that a property of the type select may have.</summary>
    public List<string> SelectOptions { get; set; } = [];

    public bool Editable { get; set; } = true;

    /// <summary>False while a property is linked to it, whose value is of that type. Kept by the writes of properties.</summary>
    public bool CanChangePropertyType { get; set; } = true;
}
