namespace Domain.Items;

/// <summary>The key of a property: lower-case ASCII letters, digits and underscores.</summary>
public static class PropertyIdentifier
{
    /// <summary>Makes it of a name, or of what a client calls the identifier; a name of which nothing is left is <c>property</c>.</summary>
    public static string From(string name) => Slug.From(name, "property").Replace('-', '_');
}
