namespace Domain.Items;

/// <summary>The type of what a property belongs to. Properties of product groups alone are served.</summary>
public enum PropertyOwner
{
    Customers,
    Documents,
    Orders,
    ProductGroups,
    StockItems,
}

/// <summary>A structured fact about a product group, such as its medium.</summary>
public sealed class Property
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public required string Name { get; set; }

    /// <summary>The key of its value in the owner's <c>properties</c>; unique for the owner.</summary>
    public required string Identifier { get; set; }

    public int Position { get; set; } = 1;

    public PropertyType PropertyType { get; set; } = PropertyType.TextField;

    public List<string> ShowOn { get; set; } = [];

    public bool ValidationRequired { get; set; }

    /// <summary>Whether a value that is required is there.</summary>
    public bool MeetsValidationRequirements { get; set; } = true;

    public string? Value { get; set; }

    public Guid? DefaultPropertyId { get; set; }

    public DefaultProperty? DefaultProperty { get; init; }

    public Guid OwnerId { get; init; }

    public ProductGroup? Owner { get; init; }

    public PropertyOwner OwnerType { get; init; } = PropertyOwner.ProductGroups;

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Address1 { get; set; }

    public string? Address2 { get; set; }

    public string? City { get; set; }

    public string? Region { get; set; }

    public string? Zipcode { get; set; }

    public string? Country { get; set; }

    public string? CountryId { get; set; }

    public string? ProvinceId { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    /// <summary>The parts of an address as people write it, each line that has something.</summary>
    public string? FormatAddress() => PropertyValue.Kept(string.Join(
        '\n',
        new[] { Line(FirstName, LastName), Line(Address1), Line(Address2), Line(Zipcode, City), Line(Region), Line(Country) }.Where(line => line.Length > 0)));

    /// <summary>Takes over what the default property says about all properties that are linked to it.</summary>
    public void Follow(DefaultProperty link)
    {
        (Name, Identifier, PropertyType) = (link.Name, link.Identifier, link.PropertyType);
        (ShowOn, ValidationRequired) = ([.. link.ShowOn], link.ValidationRequired);
    }

    private static string Line(params ReadOnlySpan<string?> parts)
    {
        var line = "";
        foreach (var part in parts)
            if (PropertyValue.Kept(part) is { } text)
                line += (line.Length > 0 ? " " : "") + text.Trim();
        return line;
    }
}
