namespace Domain.Redirects;

/// <summary>What of the catalogue has a page in the online store.</summary>
public enum StorePage
{
    Collections,
    Products,
    Bundles,
}

/// <summary>The paths of the online store, where its pages are found by their slug: <c>/products/red-bike</c>.</summary>
public static class StorePath
{
    public static string Of(StorePage page, string slug) => $"/{Name(page)}/{slug}";

    /// <summary>The page and the slug of a path; null where no page has such a path.</summary>
    public static (StorePage Page, string Slug)? Read(string path)
    {
        if (path.Split('/') is ["", var name, var slug])
            foreach (var page in Enum.GetValues<StorePage>())
                if (Name(page) == name)
                    return (page, slug);
        return null;
    }

    private static string Name(StorePage page) => page switch
    {
        StorePage.Collections => "collections",
        StorePage.Products => "products",
        StorePage.Bundles => "bundles",
        _ => throw new ArgumentOutOfRangeException(nameof(page)),
    };
}
