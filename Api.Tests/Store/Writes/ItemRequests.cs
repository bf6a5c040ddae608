using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Writing product groups and bundles of a company.</summary>
internal static class ItemRequests
{
    /// <summary>Creates a resource with the attributes given as JSON.</summary>
    internal static Task<Answer> CreateItem(this TestCompany company, string type, string attributes, string query = "") =>
        company.SendAsync(HttpMethod.Post, type + query, $$$"""{"data":{"type":"{{{type}}}","attributes":{{{attributes}}}}}""");

    /// <summary>Changes a resource by its label or id.</summary>
    internal static Task<Answer> ChangeItem(this TestCompany company, string type, string row, string attributes, string query = "") =>
        company.SendAsync(HttpMethod.Patch, $"{type}/{company.IdOf(row)}{query}", $$$"""{"data":{"type":"{{{type}}}","attributes":{{{attributes}}}}}""");

    internal static Task<Answer> Archive(this TestCompany company, string type, string row) =>
        company.SendAsync(HttpMethod.Delete, $"{type}/{company.IdOf(row)}");

    internal static string IdOf(this TestCompany company, string row) => Guid.TryParse(row, out _) ? row : company[row];

    /// <summary>Some attributes of the one resource that is answered, as JSON.</summary>
    internal static string Some(this Answer answer, params string[] names)
    {
        Assert.That(answer.Status, Is.AnyOf(200, 201), answer.Body);
        return string.Join(' ', names.Select(name => answer.Attributes()[name]?.ToJsonString(JsonText.Plain) ?? "null"));
    }

    internal static string Id(this Answer answer) => answer.Json["data"]!.Text("id");

    /// <summary>The items of a bundle that lists show, such as <c>1: 2 Kayak</c>: position, quantity, product group.</summary>
    internal static async Task<string> PartsOf(this TestCompany company, string bundle)
    {
        var answer = await company.GetAsync($"bundle_items?filter[bundle_id]={company.IdOf(bundle)}");
        return string.Join(", ", answer.Json["data"]!.AsArray().Select(part => part!["attributes"]!)
            .Select(part => $"{part["position"]}: {part["quantity"]} {company.LabelOf(part.Text("product_group_id"))}"));
    }
}

/// <summary>JSON as it is written by hand.</summary>
internal static class JsonText
{
    internal static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
