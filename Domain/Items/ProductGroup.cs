namespace Domain.Items;

public enum TrackingType
{
    None,
    Bulk,
    Trackable,
}

public enum PriceType
{
    Structure,
    PrivateStructure,
    Fixed,
    Simple,
    None,
}

public enum PricePeriod
{
    Hour,
    Day,
    Week,
    Month,
}

/// <summary>A product as the store lists it. An artwork is a product group with <see cref="ArtworkDetails"/>.</summary>
public sealed class ProductGroup : Item
{
    public ProductGroup()
    {
        Kind = ItemKind.ProductGroups;
        ProductType = ProductType.Rental;
    }

    public string? GroupName { get; set; }

    /// <summary>Unique among the company's product groups that are not archived, whatever the case.</summary>
    public string Sku { get; set; } = "";

    public int BufferTimeBefore { get; set; }

    public int BufferTimeAfter { get; set; }

    public TrackingType TrackingType { get; set; } = TrackingType.Bulk;

    public bool Trackable { get; set; }

    public bool HasVariations { get; set; }

    public bool Variation { get; set; }

    public int BasePriceInCents { get; set; }

    public int FlatFeePriceInCents { get; set; }

    public int StructurePriceInCents { get; set; }

    public PriceType PriceType { get; set; } = PriceType.Simple;

    public PricePeriod PricePeriod { get; set; } = PricePeriod.Day;

    public int DepositInCents { get; set; }

    public int? DefaultPurchaseCostInCents { get; set; }

    /// <summary>A JSON object such as <c>{"value":2.5,"unit":"kg"}</c>, or null: see <see cref="Items.Weight"/>.</summary>
    public string? Weight { get; set; }

    /// <summary>A JSON object of identifier to value, made from <see cref="PropertyRows"/>, so that lists read no other rows.</summary>
    public string Properties { get; set; } = "{}";

    public Guid? PriceRulesetId { get; set; }

    public Guid? PriceStructureId { get; set; }

    public bool AllowShortage { get; set; }

    public int ShortageLimit { get; set; }

    public List<string> VariationFields { get; init; } = [];

    public List<string> StockItemProperties { get; init; } = [];

    public ArtworkDetails? Artwork { get; set; }

    /// <summary>At least one.</summary>
    public ICollection<Product> Products { get; } = [];

    public ICollection<Property> PropertyRows { get; } = [];

    /// <summary>Sets the base price from the others.</summary>
    public void Price() => BasePriceInCents = PriceType.BasePrice(FlatFeePriceInCents, StructurePriceInCents);

    /// <summary>Sets both values from the one that is given: a product group is trackable exactly when its tracking type is.</summary>
    public void Track(TrackingType? type, bool? trackable)
    {
        TrackingType = type ?? (trackable == true ? TrackingType.Trackable : ProductType.TrackingTypes()[0]);
        Trackable = TrackingType == TrackingType.Trackable;
    }
}
