using Domain.Items;
using NUnit.Framework;

namespace Api.Tests.Unit.Domain;

internal sealed class SkuTests
{
    [TestCase("iPad mini", "IPAD_MINI")]
    [TestCase("Grünes Boot!", "GRUNES_BOOT")]
    [TestCase("ß", "SS")]
    [TestCase("[???]", "ITEM")]
    public void A_sku_is_the_name_in_upper_case_with_underscores(string name, string sku) => Assert.That(Sku.From(name), Is.EqualTo(sku));

    [TestCase(1, "TENT")]
    [TestCase(2, "TENT_2")]
    [TestCase(12, "TENT_12")]
    public void A_number_makes_it_unique(int number, string sku) => Assert.That(Sku.Numbered("TENT", number), Is.EqualTo(sku));
}
