using System.Text.Json;
using JsonApi.Planning;

namespace Api.Resources;

/// <summary>What the bodies of product groups and bundles have in common.</summary>
internal abstract class ItemValidator : WritePlanValidator
{
    private const int MaxTags = 100;
    private const int MaxTag = 255;

    protected ItemValidator()
    {
        Required("name");
        MaxLength(MaxName, "name", "seo_title");
        MaxLength(MaxText, "extra_information", "description", "excerpt", "seo_description");
        ValidSlug();
        OneImage(isRequired: false, "photo_base64", "remote_photo_url");
        Rule("archived", plan => !plan.IsCreate || !plan.IsTrue("archived"), "can't be true for what is new", "invalid");
        Bounded(MaxTags, MaxTag, "tag_list");
        Rule("tag_list", plan => plan.Texts("tag_list")?.All(tag => tag.Trim() != "" && !tag.Contains(',', StringComparison.Ordinal)) != false, "should have tags without commas, none of them empty", "invalid");
    }

    /// <summary>Arrays of at most so many strings, each of at most so many characters.</summary>
    protected void Bounded(int count, int characters, params string[] names)
    {
        foreach (var name in names)
        {
            Rule(name, plan => plan.Texts(name) is not { } texts || texts.Count <= count, $"has too many values (maximum is {count})", "too_many");
            Rule(name, plan => plan.Texts(name)?.All(text => text.Length <= characters) != false, $"has values that are too long (maximum is {characters} characters)", "too_long");
        }
    }
}

/// <summary>The body of a product group.</summary>
internal sealed class ProductGroupValidator : ItemValidator
{
    private const int MaxProperties = 100;

    public ProductGroupValidator()
    {
        MaxLength(MaxName, "sku", "weight");
        MaxLength(MaxText, "properties");
        Between(
            0, int.MaxValue, "buffer_time_before", "buffer_time_after", "shortage_limit", "deposit_in_cents", "default_purchase_cost_in_cents",
            "flat_fee_price_in_cents", "structure_price_in_cents");
        Bounded(100, 255, "variation_fields", "stock_item_properties");
        Rule("properties", plan => Properties(plan).All(value => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)), "should have strings, numbers, true, false or null as values", "invalid");
        Rule("properties", plan => Properties(plan).Count <= MaxProperties, $"has too many names (maximum is {MaxProperties})", "too_many");
        Rule("trackable", IsTrackedAsSaid, "should be true exactly when tracking_type is trackable", "invalid");
    }

    private static bool IsTrackedAsSaid(WritePlan plan) =>
        !plan.IsCreate || plan.Text("tracking_type") is not { } type || plan.Values.GetValueOrDefault("trackable") is not bool trackable || trackable == (type == "trackable");

    private static List<JsonElement> Properties(WritePlan plan)
    {
        if (plan.Text("properties") is not { Length: <= MaxText } text)
            return [];
        using var document = JsonDocument.Parse(text);
        return [.. document.RootElement.EnumerateObject().Select(property => property.Value.Clone())];
    }
}

/// <summary>The body of a bundle.</summary>
internal sealed class BundleValidator : ItemValidator
{
    private const int MaxParts = 1_000;

    public BundleValidator() =>
        Rule("bundle_items_attributes", plan => plan.Nested("bundle_items_attributes").Count <= MaxParts, $"has too many bundle items (maximum is {MaxParts})", "too_many");
}
