using System.Text.Json.Nodes;
using Api.Tests.Support;

namespace Api.Tests.Store.Writes;

/// <summary>Writing properties and default properties of a company.</summary>
internal static class PropertyRequests
{
    /// <summary>Adds a property to a product group.</summary>
    /// <param name="company">Whose.</param>
    /// <param name="owner">Label or id of the product group.</param>
    /// <param name="attributes">What else the body sets, as JSON.</param>
    internal static Task<Answer> AddProperty(this TestCompany company, string owner, string attributes) =>
        company.CreateItem("properties", With(attributes, $$"""{"owner_id":"{{company.IdOf(owner)}}","owner_type":"product_groups"}"""));

    internal static Task<Answer> ChangeProperty(this TestCompany company, Answer property, string attributes) =>
        company.ChangeItem("properties", property.Id(), attributes);

    /// <summary>Adds a default property for product groups.</summary>
    internal static Task<Answer> AddDefault(this TestCompany company, string attributes) =>
        company.CreateItem("default_properties", With(attributes, """{"owner_type":"product_groups"}"""));

    internal static Task<Answer> ChangeDefault(this TestCompany company, Answer property, string attributes) =>
        company.ChangeItem("default_properties", property.Id(), attributes);

    /// <summary>What is kept of the properties of a product group beside it.</summary>
    internal static async Task<string> HashOf(this TestCompany company, string productGroup) =>
        (await company.GetAsync($"product_groups/{company.IdOf(productGroup)}")).Some("properties");

    /// <summary>Some attributes of the properties of a product group, in the order of the list.</summary>
    internal static async Task<string[]> PropertiesOf(this TestCompany company, string productGroup, params string[] names)
    {
        var answer = await company.GetAsync($"properties?filter[owner_id]={company.IdOf(productGroup)}");
        return [.. answer.Json["data"]!.AsArray().Select(one => string.Join(' ', names.Select(name => one!["attributes"]![name]?.ToJsonString(JsonText.Plain) ?? "null")))];
    }

    private static string With(string attributes, string more)
    {
        var all = JsonNode.Parse(more)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(attributes)!.AsObject())
            all[name] = value?.DeepClone();
        return all.ToJsonString(JsonText.Plain);
    }
}
