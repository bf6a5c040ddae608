using Domain.Collections;
using Domain.Items;
using Domain.Redirects;
using Persistence.Import;

namespace Api.Setup;

/// <summary>
/// What the demo has besides works of art, so that it shows all resources: a collection with a product in variations, a simple one, and a
/// bundle of both; a tag, and a redirect.
/// </summary>
internal sealed class DemoShop
{
    private static readonly (string Size, int Price)[] Sizes = [("A3", 1_500), ("A2", 2_500), ("A1", 3_900)];

    private readonly CatalogImport _catalog;
    private readonly Guid _company;

    private DemoShop(CatalogImport catalog) => (_catalog, _company) = (catalog, catalog.Company.Id);

    internal static void Add(CatalogImport catalog) => new DemoShop(catalog).Add();

    private void Add()
    {
        var poster = AddPoster(out var product);
        var frame = AddFrame();
        var bundle = AddBundle(poster, product, frame);
        AddCollection(poster, frame, bundle);
        var stamp = _catalog.Stamps.Next();
        _catalog.Add(new UrlRedirect
        {
            CompanyId = _company,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            FromPath = "/collections/shop",
            ToPath = "/collections/museum-shop",
        });
    }

    private ProductGroup AddPoster(out Product first)
    {
        var group = AddGroup("Museum poster", "museum-poster", "MUSEUM_POSTER", Sizes[0].Price, hasVariations: true);
        first = AddProduct(group, [Sizes[0].Size], Sizes[0].Price);
        foreach (var (size, price) in Sizes[1..])
            AddProduct(group, [size], price);
        return group;
    }

    private ProductGroup AddFrame()
    {
        var group = AddGroup("Poster frame", "poster-frame", "POSTER_FRAME", 2_900, hasVariations: false);
        AddProduct(group, [], group.BasePriceInCents);
        return group;
    }

    private ProductGroup AddGroup(string name, string slug, string sku, int price, bool hasVariations)
    {
        var stamp = _catalog.Stamps.Next();
        return _catalog.Add(new ProductGroup
        {
            CompanyId = _company,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            Name = name,
            Slug = slug,
            Sku = sku,
            ProductType = ProductType.SalesItem,
            TrackingType = TrackingType.Bulk,
            PriceType = PriceType.Fixed,
            FlatFeePriceInCents = price,
            BasePriceInCents = price,
            HasVariations = hasVariations,
            VariationFields = hasVariations ? ["Size"] : [],
            TagList = hasVariations ? ["print"] : [],
        });
    }

    private Product AddProduct(ProductGroup group, List<string> values, int price)
    {
        var stamp = _catalog.Stamps.Next();
        return _catalog.Add(new Product
        {
            CompanyId = _company,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            ProductGroupId = group.Id,
            Name = Product.NameOf(group.Name, values),
            VariationValues = values,
            BasePriceInCents = price,
            PriceOverridden = price != group.BasePriceInCents,
        });
    }

    private Bundle AddBundle(ProductGroup poster, Product product, ProductGroup frame)
    {
        var stamp = _catalog.Stamps.Next();
        var bundle = _catalog.Add(new Bundle
        {
            CompanyId = _company,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            Name = "Framed museum poster",
            Slug = "framed-museum-poster",
        });
        AddBundleItem(bundle, poster, product, 1);
        AddBundleItem(bundle, frame, null, 2);
        return bundle;
    }

    private void AddBundleItem(Bundle bundle, ProductGroup group, Product? product, int position)
    {
        var stamp = _catalog.Stamps.Next();
        _catalog.Add(new BundleItem
        {
            CompanyId = _company,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            BundleId = bundle.Id,
            ProductGroupId = group.Id,
            ProductId = product?.Id,
            Position = position,
        });
    }

    private void AddCollection(params Item[] items)
    {
        var stamp = _catalog.Stamps.Next();
        var collection = _catalog.Add(new Collection
        {
            CompanyId = _company,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            Name = "museum shop",
            Slug = "museum-shop",
            Depth = 1,
            ItemCount = items.Length,
        });
        foreach (var (index, item) in items.Index())
        {
            stamp = _catalog.Stamps.Next();
            _catalog.Add(new CollectionItem
            {
                CompanyId = _company,
                Id = stamp.Id,
                CreatedAt = stamp.Time,
                UpdatedAt = stamp.Time,
                CollectionId = collection.Id,
                ItemId = item.Id,
                Position = index + 1,
            });
        }
    }
}
