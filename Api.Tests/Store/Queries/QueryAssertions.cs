using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Queries;

/// <summary>A URL and what it answers, side by side.</summary>
internal static class QueryAssertions
{
    /// <summary>The URL answers these rows in this order; see <see cref="TestCompany"/> for the labels.</summary>
    internal static async Task Lists(string url, params string[] labels)
    {
        var document = await Get(url);
        Assert.That(QueryServer.A.Labels(document), Is.EqualTo(labels), url);
    }

    /// <summary>The URL answers these rows in any order.</summary>
    internal static async Task Finds(string url, params string[] labels)
    {
        var document = await Get(url + "&page[size]=100");
        Assert.That(QueryServer.A.Labels(document), Is.EquivalentTo(labels), url);
    }

    /// <summary>The URL answers 200 with this document.</summary>
    internal static async Task<JsonNode> Get(string url)
    {
        var answer = await QueryServer.A.GetAsync(url);
        Assert.That(answer.Status, Is.EqualTo(200), url + "\n" + answer.Body);
        return answer.Json;
    }

    /// <summary>The URL answers 400, with one error that names the parameter and says this.</summary>
    internal static async Task Refuses(string url, string parameter, string phrase)
    {
        var answer = await QueryServer.A.GetAsync(url);
        Assert.That(answer.Status, Is.EqualTo(400), url + "\n" + answer.Body);
        var errors = answer.Json["errors"]!.AsArray();
        Assert.That(errors, Has.Count.EqualTo(1), answer.Body);
        Assert.That(errors[0]!["source"]!["parameter"]!.GetValue<string>(), Is.EqualTo(parameter), answer.Body);
        Assert.That(errors[0]!["detail"]!.GetValue<string>(), Does.Contain(phrase));
    }

    /// <summary>How many rows the URL's filters leave.</summary>
    internal static async Task<int> Count(string url) =>
        (await Get($"{url}&stats[total]=count&page[size]=0"))["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>();

    /// <summary>A member of the document as compact JSON.</summary>
    internal static string At(this JsonNode document, params object[] path)
    {
        JsonNode? node = document;
        foreach (var step in path)
            node = step is int index ? node![index] : node![(string)step];
        return node?.ToJsonString(Readable) ?? "null";
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
