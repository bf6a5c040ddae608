using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Api.Tests.Favourites;

/// <summary>What makes JSON a HAL document (draft-kelly-json-hal), held strictly.</summary>
internal static class HalCheck
{
    private static readonly string[] LinkMembers = ["href", "templated"];

    /// <summary>Fails unless the document and all that it embeds are resource objects; gives every link in it.</summary>
    internal static List<(string Relation, string Href, bool IsTemplated)> Links(JsonNode? document, string from)
    {
        var links = new List<(string, string, bool)>();
        Check(document, from, links, isEmbedded: false);
        return links;
    }

    private static void Check(JsonNode? node, string from, List<(string, string, bool)> links, bool isEmbedded)
    {
        Assert.That(node, Is.InstanceOf<JsonObject>(), from);
        var resource = node!.AsObject();
        if (resource["_links"] is { } own)
            foreach (var (relation, link) in own.AsObject())
                links.Add(Link(relation, link, from));
        if (isEmbedded)
            Assert.That(resource["_links"]?["self"], Is.Not.Null, $"{from}: what is embedded has no address");
        foreach (var (relation, embedded) in resource["_embedded"]?.AsObject() ?? [])
        {
            Assert.That(embedded, Is.InstanceOf<JsonArray>(), $"{from}: {relation} is not an array");
            foreach (var inner in embedded!.AsArray())
                Check(inner, $"{from} > {relation}", links, isEmbedded: true);
        }
        Assert.That(resource.Select(member => member.Key).Where(name => name.StartsWith('_')), Is.SubsetOf(new[] { "_links", "_embedded" }), from);
    }

    private static (string, string, bool) Link(string relation, JsonNode? link, string from)
    {
        Assert.That(link, Is.InstanceOf<JsonObject>(), $"{from}: {relation} is not one link");
        var members = link!.AsObject();
        Assert.That(members.Select(member => member.Key), Is.SubsetOf(LinkMembers), from);
        var href = members["href"]!.GetValue<string>();
        var isTemplated = members["templated"]?.GetValue<bool>();
        Assert.That(isTemplated, Is.EqualTo(href.Contains('{', StringComparison.Ordinal) ? true : (bool?)null), $"{from}: {href}");
        Assert.That(isTemplated == true || Uri.TryCreate(href, UriKind.Absolute, out _), Is.True, $"{from}: {href}");
        return (relation, href, isTemplated == true);
    }
}
