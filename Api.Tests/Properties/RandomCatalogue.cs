using Domain.Collections;
using Domain.Companies;
using Domain.Items;
using Domain.Operations;
using Domain.Redirects;
using Persistence.Connections;

namespace Api.Tests.Properties;

/// <summary>
/// Two small companies whose ids, names and times collide as often as the rules allow; the same in the database and in lists. Its
/// collection items need not keep rule I1: reading does not rely on it.
/// </summary>
internal sealed class RandomCatalogue
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly List<object> _collections = [], _collectionItems = [], _items = [], _products = [], _bundleItems = [], _photos = [], _tags = [], _redirects = [], _operations = [];
    private readonly List<object> _defaultProperties = [], _properties = [];

    private RandomCatalogue(int seed) => _random = new Random(seed);

    internal List<Guid> Companies { get; } = [];

    internal IReadOnlyDictionary<Type, IReadOnlyList<object>> Lists => new Dictionary<Type, IReadOnlyList<object>>
    {
        [typeof(Collection)] = _collections,
        [typeof(CollectionItem)] = _collectionItems,
        [typeof(Item)] = _items,
        [typeof(Product)] = _products,
        [typeof(BundleItem)] = _bundleItems,
        [typeof(Photo)] = _photos,
        [typeof(UrlRedirect)] = _redirects,
        [typeof(Tag)] = _tags,
        [typeof(Operation)] = _operations,
        [typeof(DefaultProperty)] = _defaultProperties,
        [typeof(Property)] = _properties,
    };

    internal static RandomCatalogue Create(int seed, CatalogDatabase database)
    {
        var catalogue = new RandomCatalogue(seed);
        for (var i = 0; i < 2; i++)
            catalogue.AddCompany(database);
        return catalogue;
    }

    /// <summary>One of few instants, so that many are equal and some differ in the last digit only.</summary>
    internal static DateTimeOffset Instant(Random random) =>
        Start.AddSeconds(random.Next(3)).AddMicroseconds(random.Next(3) switch { 0 => 0, 1 => 1, _ => 999_999 });

    private void AddCompany(CatalogDatabase database)
    {
        using var context = database.CreateContext();
        var id = NewId();
        Companies.Add(id);
        context.Add(new Company { Id = id, Slug = "c-" + id.ToString("N"), Name = "Company", CreatedAt = Start, UpdatedAt = Start });
        var collections = Collections(id);
        var groups = Many(_random.Next(3, 10), () => Group(id));
        var bundles = Many(_random.Next(1, 5), () => Bundle(id));
        Item[] items = [.. groups, .. bundles];
        var photos = Many(_random.Next(12), () => Photo(id, items));
        var products = groups.SelectMany(group => Many(_random.Next(1, 3), () => Product(id, group))).ToList();
        var bundleItems = Many(_random.Next(12), () => BundleItem(id, Pick(bundles), Pick(products)));
        var collectionItems = Many(_random.Next(30), () => CollectionItem(id, Pick(collections), Pick(items))).DistinctBy(row => (row.CollectionId, row.ItemId)).ToList();
        var tags = Many(_random.Next(6), () => Tag(id)).DistinctBy(tag => (tag.ItemKind, tag.Name)).ToList();
        var redirects = Many(_random.Next(6), () => Redirect(id)).DistinctBy(redirect => redirect.FromPath).ToList();
        var operations = Many(_random.Next(4), () => EndedOperation(id));
        var defaultProperties = Many(_random.Next(1, 4), () => DefaultProperty(id)).DistinctBy(row => (row.OwnerType, row.Identifier)).ToList();
        var properties = Many(_random.Next(1, 12), () => Property(id, Pick(groups), Pick(defaultProperties)));
        // The navigations are wired by what saves the rows: first without the circle of item and photo.
        foreach (object row in (object[])[.. collections, .. items, .. photos, .. products, .. bundleItems, .. collectionItems, .. defaultProperties, .. properties, .. tags, .. redirects, .. operations])
            context.Add(row);
        context.SaveChanges();
        foreach (var item in items)
            item.PhotoId = PhotoOrNull(photos);
        foreach (var product in products)
            product.PhotoId = PhotoOrNull(photos);
        context.SaveChanges();
        _collections.AddRange(collections);
        _items.AddRange(items);
        _photos.AddRange(photos);
        _products.AddRange(products);
        _bundleItems.AddRange(bundleItems);
        _collectionItems.AddRange(collectionItems);
        _tags.AddRange(tags);
        _redirects.AddRange(redirects);
        _operations.AddRange(operations);
        _defaultProperties.AddRange(defaultProperties);
        _properties.AddRange(properties);
    }

    private List<Collection> Collections(Guid company)
    {
        var collections = new List<Collection>();
        for (var count = _random.Next(1, 9); count > 0; count--)
        {
            var parent = collections.Count > 0 && Flag() ? Pick(collections) : null;
            parent = parent?.Depth == Collection.MaxDepth ? null : parent;
            collections.Add(new Collection
            {
                CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), UpdatedAt = Instant(_random),
                Name = Text(), Slug = Slug(), Description = TextOrNull(), SeoTitle = TextOrNull(), SeoDescription = TextOrNull(),
                CollectionType = _random.Next(3) switch { 0 => null, 1 => CollectionType.Static, _ => CollectionType.Dynamic },
                System = _random.Next(4) == 0, ItemCount = _random.Next(3), ShowInStore = Flag(), ParentId = parent?.Id,
                Depth = (parent?.Depth ?? 0) + 1, Position = NumberOrNull(), ImageUrl = TextOrNull(), ImageLargeUrl = TextOrNull(),
            });
        }
        return collections;
    }

    private ProductGroup Group(Guid company)
    {
        var group = new ProductGroup
        {
            CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), Name = Text(), Slug = Slug(), TagList = Tags(),
            VariationFields = Tags(), StockItemProperties = Tags(), GroupName = TextOrNull(), Sku = Text(),
            BufferTimeBefore = _random.Next(3), BufferTimeAfter = _random.Next(3), ProductType = Pick<ProductType>([ProductType.Rental, ProductType.SalesItem, ProductType.Service]),
            Variation = Flag(), BasePriceInCents = _random.Next(-2, 3) * 100,
            PricePeriod = PickEnum<PricePeriod>(), Weight = Flag() ? null : """{"value":2.5,"unit":"kg"}""", Properties = """{"ü":1}""",
            PriceRulesetId = Flag() ? null : NewId(), AllowShortage = Flag(), ShortageLimit = _random.Next(3),
        };
        group.PriceType = Pick(group.ProductType.PriceTypes());
        group.HasVariations = group.ProductType.HasVariations() && Flag();
        if (!group.HasVariations)
            group.VariationFields.Clear();
        group.Track(Pick(group.ProductType.TrackingTypes()), trackable: null);
        return Common(group, group.ProductType);
    }

    private Bundle Bundle(Guid company) => Common(
        new Bundle { CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), Name = Text(), Slug = Slug(), TagList = Tags() }, ProductType.Bundle);

    private TItem Common<TItem>(TItem item, ProductType type) where TItem : Item
    {
        item.UpdatedAt = Instant(_random);
        item.Archived = _random.Next(4) == 0;
        item.ArchivedAt = item.Archived ? Instant(_random) : null;
        item.ProductType = type;
        (item.ExtraInformation, item.Description, item.Excerpt, item.SeoTitle, item.SeoDescription) = (TextOrNull(), TextOrNull(), TextOrNull(), TextOrNull(), TextOrNull());
        (item.ShowInStore, item.Discountable, item.Taxable) = (Flag(), Flag(), Flag());
        item.SortingWeight = _random.Next(-1, 2);
        item.TaxCategoryId = Flag() ? null : new Guid(_random.Next(2), 0, 0, new byte[8]);
        return item;
    }

    private UrlRedirect Redirect(Guid company) => new()
    {
        CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), UpdatedAt = Instant(_random), FromPath = Text(), ToPath = Text(),
    };

    private Photo Photo(Guid company, Item[] items)
    {
        var owner = Pick(items);
        return new Photo
        {
            CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), UpdatedAt = Instant(_random), OriginalUrl = Text(), LargeUrl = Text(),
            XlargeUrl = Text(), Coordinates = """{"x":10,"y":100}""", AltText = TextOrNull(), Preview = TextOrNull(), Position = _random.Next(1, 3),
            Width = NumberOrNull(), Height = NumberOrNull(), OwnerId = owner.Id, OwnerType = owner.Kind,
        };
    }

    private Product Product(Guid company, ProductGroup group) => new()
    {
        CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), UpdatedAt = Instant(_random), Archived = _random.Next(4) == 0,
        ArchivedAt = Flag() ? null : Instant(_random), ProductGroupId = group.Id, Name = Text(), VariationValues = Tags(),
        SortingWeight = _random.Next(-1, 2), BasePriceInCents = _random.Next(-2, 3) * 100, PriceOverridden = Flag(),
        Weight = Flag() ? null : """{"value":2.5,"unit":"kg"}""", WeightOverridden = Flag(),
    };

    private BundleItem BundleItem(Guid company, Bundle bundle, Product product) => new()
    {
        CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), UpdatedAt = Instant(_random), Archived = _random.Next(4) == 0,
        ArchivedAt = Flag() ? null : Instant(_random), Quantity = _random.Next(4), DiscountPercentage = _random.Next(-4, 8) * 0.25,
        Position = _random.Next(1, 4), PhotoId = TextOrNull(), BundleId = bundle.Id, ProductGroupId = product.ProductGroupId,
        ProductId = Flag() ? null : product.Id,
    };

    private CollectionItem CollectionItem(Guid company, Collection collection, Item item) => new()
    {
        CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), UpdatedAt = Instant(_random), ItemId = item.Id,
        CollectionId = collection.Id, Position = NumberOrNull(), Implicit = _random.Next(3) == 0,
    };

    private Tag Tag(Guid company) => new() { CompanyId = company, Id = NewId(), ItemKind = PickEnum<ItemKind>(), Name = Text(), Count = _random.Next(3) };

    /// <summary>An operation that no server runs any more.</summary>
    private Operation EndedOperation(Guid company) => new()
    {
        CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), UpdatedAt = Instant(_random), FinishedAt = Flag() ? null : Instant(_random),
        Status = Flag() ? OperationStatus.Finished : OperationStatus.Failed, StatusMessage = TextOrNull(), Description = Text(),
        Artifact = Flag() ? "{}" : """{"url":"https://elsewhere.example/a.csv","filename":"ü"}""", ErrorData = Tags(), ErrorCount = _random.Next(3),
        TargetType = TextOrNull(), OperationType = Text(), OperationData = """{"type":"ü"}""",
    };

    private DefaultProperty DefaultProperty(Guid company) => new()
    {
        CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), UpdatedAt = Instant(_random), Name = Text(), Identifier = Text(),
        Position = _random.Next(1, 3), PropertyType = PickEnum<PropertyType>(), ShowOn = Tags(), ValidationRequired = Flag(),
        OwnerType = Flag() ? "product_groups" : "orders", SelectOptions = Tags(), Editable = Flag(), CanChangePropertyType = Flag(),
    };

    private Property Property(Guid company, ProductGroup owner, DefaultProperty link) => new()
    {
        CompanyId = company, Id = NewId(), CreatedAt = Instant(_random), UpdatedAt = Instant(_random), Name = Text(), Identifier = Text(),
        Position = _random.Next(1, 3), PropertyType = PickEnum<PropertyType>(), ShowOn = Tags(), ValidationRequired = Flag(),
        MeetsValidationRequirements = Flag(), Value = TextOrNull(), City = TextOrNull(), OwnerId = owner.Id,
        DefaultPropertyId = Flag() ? null : link.Id,
    };

    private Guid? PhotoOrNull(List<Photo> photos) => photos.Count > 0 && _random.Next(3) > 0 ? Pick(photos).Id : null;

    private static List<T> Many<T>(int count, Func<T> make) => [.. Enumerable.Range(0, count).Select(_ => make())];

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private T PickEnum<T>() where T : struct, Enum => Pick(Enum.GetValues<T>());

    private bool Flag() => _random.Next(2) == 0;

    private int? NumberOrNull() => _random.Next(3) == 0 ? null : _random.Next(4);

    private string Text() => RandomText.Pick(_random);

    private string? TextOrNull() => RandomText.PickOrNull(_random);

    private List<string> Tags() => Many(_random.Next(3), Text);

    private string Slug() => $"{Text()}-{NewId():N}";

    /// <summary>Random in every byte, so that the order of ids as text differs from most other orders of them.</summary>
    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
