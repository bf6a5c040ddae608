using JsonApi.Definitions;

namespace Api.Resources;

/// <summary>The resources of the store API.</summary>
internal static class StoreCatalog
{
    internal static ResourceCatalog Create()
    {
        var groups = new ProductGroupResource();
        var bundles = new BundleResource();
        return new ResourceCatalog(
            new CollectionItemResource(),
            new CollectionResource(),
            groups,
            bundles,
            new BundleItemResource(),
            new ItemResource(groups, bundles),
            new PhotoResource());
    }
}
