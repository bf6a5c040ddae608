using System.Globalization;
using System.Text.Json;
using JsonApi.Definitions;

namespace Benchmarks.Data;

/// <summary>A product group as far as its products and properties follow from it.</summary>
internal sealed record GroupRow(string Id, string CreatedAt, string Name, int Price, string? Weight, string Properties, bool HasVariations);

/// <summary>The products and properties of product groups: one product, in every tenth group three variations; a property for each value.</summary>
internal sealed class ProductRows(Func<string, string[], TableInsert> insert, Func<Guid> newId, string company)
{
    private static readonly string[] Sizes = ["S", "M", "L"];

    internal void Write(IReadOnlyList<GroupRow> groups)
    {
        using var products = insert("products",
        [
            "company_id", "id", "kind", "created_at", "updated_at", "archived", "product_group_id", "name", "variation_values", "sorting_weight",
            "base_price_in_cents", "price_overridden", "weight", "weight_overridden", "name_folded",
        ]);
        foreach (var group in groups)
            foreach (var size in group.HasVariations ? Sizes : [""])
            {
                var name = size == "" ? group.Name : $"{group.Name} - {size}";
                products.Row(company, WireText.Write(newId()), "products", group.CreatedAt, group.CreatedAt, 0, group.Id, name,
                    size == "" ? "[]" : $"[\"{size}\"]", 0, group.Price, 0, group.Weight, 0, WireText.Fold(name));
            }
        WriteProperties(groups);
    }

    private void WriteProperties(IReadOnlyList<GroupRow> groups)
    {
        using var properties = insert("properties",
        [
            "company_id", "id", "created_at", "updated_at", "name", "identifier", "position", "property_type", "show_on", "validation_required",
            "meets_validation_requirements", "value", "owner_id", "owner_type",
        ]);
        foreach (var group in groups)
        {
            var position = 0;
            using var values = JsonDocument.Parse(group.Properties);
            foreach (var value in values.RootElement.EnumerateObject())
                properties.Row(company, WireText.Write(newId()), group.CreatedAt, group.CreatedAt,
                    CultureInfo.InvariantCulture.TextInfo.ToTitleCase(value.Name.Replace('_', ' ')), value.Name, ++position, "text_field", "[]", 0, 1,
                    value.Value.GetString(), group.Id, "product_groups");
        }
    }
}
