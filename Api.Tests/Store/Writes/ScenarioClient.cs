using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>
/// Manages a shop through HTTP alone, by names: <c>&lt;Boats&gt;</c> in a URL or a body is the id of what was made under that
/// name, and <c>{item.name}</c> in a line is what an answer says of a resource and those included with it.
/// </summary>
internal sealed partial class ScenarioClient(TestCompany company)
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>Makes a resource, known by the name from here on.</summary>
    internal async Task Make(string type, string name, string attributes, string relationships = "{}")
    {
        var answer = await Sends("POST", type, Body(type, attributes, relationships), 201);
        _ids[name] = answer.Json["data"]!.Text("id");
    }

    /// <summary>Puts items into a collection; a collection item is known as <c>Boats: Kayak</c>.</summary>
    internal async Task Fill(string collection, params string[] items)
    {
        foreach (var item in items)
            await Make("collection_items", $"{collection}: {item}", $$"""{"collection_id":"<{{collection}}>","item_id":"<{{item}}>"}""");
    }

    /// <summary>Sorts by the names of what is sorted.</summary>
    internal Task Sort(string type, params string[] names) =>
        Sends("POST", "sortings", Body("sortings", $$"""{"type":"{{type}}","ids":[{{string.Join(',', names.Select(name => $"\"<{name}>\""))}}]}"""), 201);

    /// <summary>Several operations as one; what they make is known by its local id.</summary>
    internal async Task Operate(params string[] operations)
    {
        var answer = await company.OperateAt("operations", operations.Select(Named));
        foreach (var (made, operation) in answer.Results().Zip(operations))
            if (LocalId().Match(operation) is { Success: true } lid)
                _ids.Add(lid.Groups[1].Value, made.Text("id"));
    }

    internal Task<Answer> Change(string method, string path, string attributes, int status = 200, string? ifMatch = null) =>
        Sends(method, path, Body(path.Split('/')[0], attributes), status, ifMatch);

    internal Task<Answer> Delete(string path, int status = 200) => Sends("DELETE", path, null, status);

    /// <summary>The one request that a page of the shop needs, and what it shows: a line for each resource.</summary>
    internal async Task Shows(string url, string line, params string[] expected) =>
        Assert.That(Lines(await Sends("GET", url, null, 200), line), Is.EqualTo(expected), url);

    internal async Task Finds(string url, string search, string line, params string[] expected) =>
        Assert.That(Lines(await Sends("POST", url, search, 200), line), Is.EqualTo(expected), search);

    /// <summary>Walks by cursor to the end, each page by the link of the one before.</summary>
    internal async Task<string> Walks(string? url, string line)
    {
        var pages = new List<string>();
        while (url is not null)
        {
            var answer = await Sends("GET", url, null, 200);
            pages.Add(string.Join(", ", Lines(answer, line)));
            url = answer.Json["links"]!["next"]?.GetValue<string>();
        }
        return string.Join(" | ", pages);
    }

    internal async Task<Answer> Sends(string method, string url, string? body, int status, string? ifMatch = null)
    {
        var answer = await company.SendAsync(new HttpMethod(method), Named(url), body is null ? null : Named(body), request =>
        {
            if (ifMatch is not null)
                request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        });
        Assert.That(answer.Status, Is.EqualTo(status), $"{method} {url}: {answer.Body}");
        return answer;
    }

    internal static string Body(string type, string attributes, string relationships = "{}") =>
        $$$$"""{"data":{"type":"{{{{type}}}}","attributes":{{{{attributes}}}},"relationships":{{{{relationships}}}}}}""";

    private static string[] Lines(Answer answer, string line)
    {
        var included = (answer.Json["included"]?.AsArray() ?? []).ToDictionary(resource => resource!.Text("type") + resource!.Text("id"), resource => resource!);
        var data = answer.Json["data"];
        return [.. (data as IEnumerable<JsonNode?> ?? [data]).Select(resource => Path().Replace(line, path => string.Join('+', Values(resource!, path.Groups[1].Value.Split('.'), included))))];
    }

    /// <summary>The values at the end of a path, nested or among the included resources.</summary>
    private static IEnumerable<string> Values(JsonNode? node, ReadOnlyMemory<string> path, IReadOnlyDictionary<string, JsonNode> included) => node switch
    {
        null => ["-"],
        JsonArray many => many.SelectMany(one => Values(one, path, included)),
        JsonObject end when path.IsEmpty => [end.Text("name")],
        JsonObject reference when reference["attributes"] is null && included.TryGetValue($"{reference["type"]}{reference["id"]}", out var resource) =>
            Values(resource, path, included),
        JsonObject resource => Values(
            resource[path.Span[0]] ?? resource["attributes"]?[path.Span[0]] ?? resource["relationships"]?[path.Span[0]]?["data"], path[1..], included),
        _ => [node.ToString()],
    };

    private string Named(string text) => Name().Replace(text, name => _ids[name.Groups[1].Value]);

    [GeneratedRegex("<([^<>]+)>")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Path();

    [GeneratedRegex("\"data\":{[^{}]*\"lid\":\"([^\"]+)\"")]
    private static partial Regex LocalId();
}
