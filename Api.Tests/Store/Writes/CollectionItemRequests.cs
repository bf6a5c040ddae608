using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Requests that write collection items of a company, and what they answer.</summary>
internal static class CollectionItemRequests
{
    internal static Task<Answer> Add(this TestCompany company, string collection, string item) =>
        company.Post(Body(company[collection], company[item]));

    internal static Task<Answer> Post(this TestCompany company, string body, string url = "collection_items") =>
        company.SendAsync(HttpMethod.Post, url, body);

    internal static Task<Answer> Remove(this TestCompany company, string id, string query = "") =>
        company.SendAsync(HttpMethod.Delete, $"collection_items/{id}{query}");

    internal static string Body(string collectionId, string itemId) => $$$$"""
        {"data":{"type":"collection_items","attributes":{"collection_id":"{{{{collectionId}}}}","item_id":"{{{{itemId}}}}"}}}
        """;

    /// <summary>The collections that contain an item: <c>Boats, (Water)</c>, implicit ones in parentheses, in the order of the catalogue.</summary>
    internal static async Task<string> CollectionsOf(this TestCompany company, string item)
    {
        var answer = await company.GetAsync($"collection_items?filter[item_id]={company[item]}&sort=collection_id");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return string.Join(", ", answer.Json["data"]!.AsArray().Select(row => row!["attributes"]!).Select(row =>
        {
            var collection = company.LabelOf(row.Text("collection_id"));
            return row["implicit"]!.GetValue<bool>() ? $"({collection})" : collection;
        }));
    }

    internal static async Task<int> ItemCount(this TestCompany company, string collection) =>
        (await company.GetAsync($"collections/{company[collection]}")).Json["data"]!["attributes"]!["item_count"]!.GetValue<int>();

    internal static string Text(this JsonNode node, string member) => node[member]!.GetValue<string>();

    /// <summary>The attributes of the one resource that is answered.</summary>
    internal static JsonNode Attributes(this Answer answer) => answer.Json["data"]!["attributes"]!;

    /// <summary>Every error as <c>status code pointer: detail</c>.</summary>
    internal static string[] Errors(this Answer answer) =>
        [.. answer.Json["errors"]!.AsArray().Select(error =>
            $"{error!["status"]} {error["meta"]?["code"]} {error["source"]?["pointer"] ?? error["source"]?["parameter"]}: {error["detail"]}")];

    /// <summary>Every error as <c>status code pointer</c>.</summary>
    internal static string[] ErrorSummaries(this Answer answer) => [.. answer.Errors().Select(error => error.Split(": ")[0])];
}
