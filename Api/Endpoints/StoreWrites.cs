using Api.Photos;
using Api.Resources;
using JsonApi.Definitions;
using Persistence.Writes;

namespace Api.Endpoints;

/// <summary>How a resource is written: the rules of one body, and the writes with the rules that need the stored state.</summary>
internal sealed record ResourceWriting(ResourceDefinition Definition, WritePlanValidator Validator, IResourceWrites Writes);

/// <summary>The resources that can be written.</summary>
internal sealed class StoreWrites
{
    private readonly Dictionary<ResourceDefinition, ResourceWriting> _writings;

    public StoreWrites(ResourceCatalog catalog, PhotoFiles files)
    {
        _writings = new ResourceWriting[]
        {
            new(catalog.Find("collection_items")!, new CollectionItemValidator(), new CollectionItemWrites()),
            new(catalog.Find("collections")!, new CollectionValidator(), new CollectionWrites(files.Delete)),
            new(catalog.Find("product_groups")!, new ProductGroupValidator(), new ProductGroupWrites()),
            new(catalog.Find("bundles")!, new BundleValidator(), new BundleWrites()),
            new(catalog.Find("bundle_items")!, new BundleItemValidator(), new BundleItemWrites()),
            new(catalog.Find("photos")!, new PhotoValidator(), new PhotoWrites(files.Delete)),
        }.ToDictionary(writing => writing.Definition);
    }

    internal ResourceWriting Of(ResourceDefinition definition) => _writings[definition];
}
