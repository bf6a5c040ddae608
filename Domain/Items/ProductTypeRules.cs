using System.Collections.Immutable;

namespace Domain.Items;

/// <summary>Which tracking types and price types go with which type of product; the first of them is the default.</summary>
public static class ProductTypeRules
{
    private static readonly ImmutableArray<PriceType> AllPrices =
        [PriceType.Simple, PriceType.Fixed, PriceType.Structure, PriceType.PrivateStructure, PriceType.None];

    public static ImmutableArray<TrackingType> TrackingTypes(this ProductType type) => type switch
    {
        ProductType.Rental => [TrackingType.Bulk, TrackingType.Trackable],
        ProductType.SalesItem => [TrackingType.Bulk, TrackingType.None],
        ProductType.Service => [TrackingType.None],
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static ImmutableArray<PriceType> PriceTypes(this ProductType type) => type switch
    {
        ProductType.Rental or ProductType.Service => AllPrices,
        ProductType.SalesItem => [PriceType.Fixed, PriceType.None],
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static bool HasVariations(this ProductType type) => type != ProductType.Service;

    /// <summary>What a price starts from: the flat fee, what the structure starts from, or nothing.</summary>
    public static int BasePrice(this PriceType type, int flatFee, int structurePrice) => type switch
    {
        PriceType.Fixed or PriceType.Simple => flatFee,
        PriceType.Structure or PriceType.PrivateStructure => structurePrice,
        PriceType.None => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
