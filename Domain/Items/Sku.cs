using System.Globalization;

namespace Domain.Items;

/// <summary>The stock keeping unit that a product group gets when none is given: <c>IPAD_MINI</c>.</summary>
public static class Sku
{
    /// <summary>The name as it is written in a slug, in upper case and with underscores.</summary>
    public static string From(string name) => Slug.From(name, "item").Replace('-', '_').ToUpperInvariant();

    /// <summary>The sku itself for 1, then <c>SKU_2</c>, <c>SKU_3</c>, …</summary>
    public static string Numbered(string sku, int number) => number < 2 ? sku : string.Create(CultureInfo.InvariantCulture, $"{sku}_{number}");
}
