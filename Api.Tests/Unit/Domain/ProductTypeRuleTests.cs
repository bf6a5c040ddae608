using Domain.Items;
using NUnit.Framework;
using static Domain.Items.PriceType;

namespace Api.Tests.Unit.Domain;

/// <summary>Which types go together, as the reference lists them; the first is the default.</summary>
internal sealed class ProductTypeRuleTests
{
    [TestCase(ProductType.Rental, TrackingType.Bulk, TrackingType.Trackable)]
    [TestCase(ProductType.SalesItem, TrackingType.Bulk, TrackingType.None)]
    [TestCase(ProductType.Service, TrackingType.None)]
    public void Tracking_types_go_with_some_types_of_product(ProductType type, params TrackingType[] allowed) =>
        Assert.That(type.TrackingTypes(), Is.EqualTo(allowed));

    [TestCase(ProductType.Rental, Simple, Fixed, Structure, PrivateStructure, None)]
    [TestCase(ProductType.SalesItem, Fixed, None)]
    [TestCase(ProductType.Service, Simple, Fixed, Structure, PrivateStructure, None)]
    public void Price_types_go_with_some_types_of_product(ProductType type, params PriceType[] allowed) =>
        Assert.That(type.PriceTypes(), Is.EqualTo(allowed));

    [TestCase(Fixed, 7)]
    [TestCase(Simple, 7)]
    [TestCase(Structure, 9)]
    [TestCase(PrivateStructure, 9)]
    [TestCase(None, 0)]
    public void The_base_price_is_one_of_the_others(PriceType type, int due) => Assert.That(type.BasePrice(flatFee: 7, structurePrice: 9), Is.EqualTo(due));
}
