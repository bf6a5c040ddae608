using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Writing collections, trees and sortings of a company, and drawing what came of it.</summary>
internal static class CollectionRequests
{
    internal static Task<Answer> CreateCollection(this TestCompany company, string attributes, string url = "collections") =>
        company.Post(Body("collections", attributes), url);

    internal static Task<Answer> Change(this TestCompany company, string id, string attributes, string method = "PATCH", string query = "") =>
        company.SendAsync(new HttpMethod(method), $"collections/{id}{query}", Body("collections", attributes));

    internal static Task<Answer> DeleteCollection(this TestCompany company, string id) => company.SendAsync(HttpMethod.Delete, $"collections/{id}");

    internal static Task<Answer> Tree(this TestCompany company, params string[] entries) =>
        company.Post(Body("collection_trees", $$"""{"collections":[{{string.Join(',', entries)}}]}"""), "collection_trees");

    internal static Task<Answer> Sort(this TestCompany company, string type, params string[] ids) =>
        company.Post(Body("sortings", $$"""{"type":"{{type}}","ids":[{{string.Join(',', ids.Select(id => $"\"{id}\""))}}]}"""), "sortings");

    internal static string Body(string type, string attributes) => $$$$"""{"data":{"type":"{{{{type}}}}","attributes":{{{{attributes}}}}}}""";

    /// <summary>The collections as <c>Water &lt; Outdoor 2:1</c>: name, parent, depth and position.</summary>
    internal static async Task<string[]> Draw(this TestCompany company)
    {
        var answer = await company.GetAsync("collections?sort=depth,name,id&page[size]=100");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return [.. answer.Json["data"]!.AsArray().Select(resource => resource!["attributes"]!).Select(attributes =>
            $"{attributes.Text("name")}{(attributes["parent_id"] is { } parent ? $" < {company.LabelOf(parent.GetValue<string>())}" : "")} {attributes["depth"]}:{attributes["position"]}")];
    }

    /// <summary>The rows of an owner in their default order, as <c>Zelt 1</c>, those without a position last.</summary>
    internal static async Task<string> Order(this TestCompany company, string type, string filter, string owner, Func<JsonNode, string> label)
    {
        var answer = await company.GetAsync($"{type}?filter[{filter}]={company[owner]}");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return string.Join(", ", answer.Json["data"]!.AsArray().Select(row => $"{label(row!)} {row!["attributes"]!["position"]}".TrimEnd()));
    }
}
