using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Sending several operations as one request, and looking at what came of them.</summary>
internal static class OperationRequests
{
    internal const string MediaType = "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"";

    internal static Task<Answer> Operate(this TestCompany company, params IEnumerable<string> operations) =>
        company.OperateAt("operations", operations);

    internal static Task<Answer> OperateAt(this TestCompany company, string url, params IEnumerable<string> operations) =>
        company.SendAsync(HttpMethod.Post, url, Body(operations), Announce);

    internal static string Body(params IEnumerable<string> operations) => $$"""{"atomic:operations":[{{string.Join(',', operations)}}]}""";

    internal static void Announce(HttpRequestMessage request) =>
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(MediaType);

    /// <summary>Puts an item into a collection.</summary>
    internal static string AddCollectionItem(this TestCompany company, string collection, string item, string? lid = null) => Add(
        "collection_items", $$"""{"collection_id":"{{company[collection]}}","item_id":"{{company[item]}}"}""", lid);

    /// <summary>Puts a product group into a bundle.</summary>
    internal static string AddPart(this TestCompany company, string bundle, string group, string? lid = null) => Add(
        "bundle_items", $$"""{"bundle_id":"{{company[bundle]}}","product_group_id":"{{company[group]}}"}""", lid);

    internal static string Add(string type, string attributes, string? lid = null, string relationships = "{}") =>
        $$$$$"""{"op":"add","data":{"type":"{{{{{type}}}}}",{{{{{(lid is null ? "" : $"\"lid\":\"{lid}\",")}}}}}"attributes":{{{{{attributes}}}}},"relationships":{{{{{relationships}}}}}}}""";

    internal static string Update(string type, string reference, string attributes) =>
        $$$$$"""{"op":"update","ref":{"type":"{{{{{type}}}}}",{{{{{reference}}}}}},"data":{"type":"{{{{{type}}}}}","attributes":{{{{{attributes}}}}}}}""";

    internal static string Remove(string type, string reference) => $$$$$"""{"op":"remove","ref":{"type":"{{{{{type}}}}}",{{{{{reference}}}}}}}""";

    internal static string Id(string id) => $"\"id\":\"{id}\"";

    internal static string Lid(string lid) => $"\"lid\":\"{lid}\"";

    /// <summary>The resources of the results, in order.</summary>
    internal static JsonNode[] Results(this Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return [.. answer.Json["atomic:results"]!.AsArray().Select(result => result!["data"]!)];
    }

    /// <summary>How many resources of a type there are, archived ones included.</summary>
    internal static async Task<int> Total(this TestCompany company, string type)
    {
        var filter = type == "collection_items" ? "" : "&filter[archived]=true,false";
        var answer = await company.GetAsync($"{type}?page[size]=0&stats[total]=count{filter}");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.Json["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>();
    }
}
