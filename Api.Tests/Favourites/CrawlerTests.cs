using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>From the root everything can be reached: by every link, and every template that can be filled with what was met.</summary>
internal sealed partial class CrawlerTests
{
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _ahead = new();
    private readonly List<(string Relation, string Template)> _templates = [];
    private UserClient _ann = null!;

    [Test]
    public async Task Every_link_leads_somewhere()
    {
        var company = NewCompany();
        _ann = new UserClient(company, "ann");
        var bob = new UserClient(company, "bob");
        var open = company.Collection(bob.Id, isPrivate: false);
        for (var i = 0; i < 12; i++)
        {
            var artwork = company.Artwork(group => group.Artwork!.Permalink = BaseUrl + "/api/v2/status");
            await _ann.AddAsync(_ann.Saved, artwork);
            await bob.AddAsync(open, artwork);
        }
        Know("user_id", bob.Id.ToString());
        Know("collection_id", open.ToString());
        Go(BaseUrl + "/api/v2");
        // What is learned on the way fills more templates, until nothing new is met.
        while (_ahead.Count > 0)
        {
            while (_ahead.TryDequeue(out var address))
                await VisitAsync(address);
            foreach (var (relation, template) in _templates)
                foreach (var filled in Fillings(relation, template))
                    Go(filled);
        }
        foreach (var path in new[] { "/users/", "/artworks/", "/artists/", "artist_id=", "artwork_id=", "sort=-position", "/collections/", "/collection_items/", "/collection_items?", "/artworks?", "cursor=", "sample=1", "offset=", "total_count=1" })
            Assert.That(_seen.Any(address => address.Contains(path, StringComparison.Ordinal)), Is.True, path);
        Assert.That(_seen, Has.Count.GreaterThan(80));
    }

    private void Go(string address)
    {
        if (_seen.Add(address))
            _ahead.Enqueue(address);
    }

    private void Know(string name, string value)
    {
        if (!_known.TryGetValue(name, out var values))
            _known.Add(name, values = []);
        values.Add(value);
    }

    private async Task VisitAsync(string address)
    {
        var answer = await _ann.GetAsync(address);
        Assert.That(answer.Status, Is.EqualTo(200).Or.EqualTo(302), $"{address}: {answer.Body}");
        if (answer.Headers.Location is { } location)
            Assert.That(location.ToString(), Is.EqualTo(answer.Json.Link("location")));
        var document = answer.Json;
        foreach (var (relation, href, isTemplated) in HalCheck.Links(document, address))
            if (!isTemplated)
                Go(href);
            else if (!_templates.Contains((relation, href)))
                _templates.Add((relation, href));
        // The address of a resource is the one it was asked at, or the one it has without what only narrows the request.
        if (answer.Status == 200)
            Assert.That(address, Does.StartWith(document.Link("self").Split('?')[0]));
        Learn(document);
    }

    private void Learn(JsonNode document)
    {
        foreach (var (relation, embedded) in document["_embedded"]?.AsObject() ?? [])
            foreach (var resource in embedded!.AsArray())
                Know(relation.TrimEnd('s') + "/id", resource!.Id());
        foreach (var kind in new[] { "user", "artist" })
            if (document.LinkOrNull("self") is { } self && self.Contains($"/{kind}s/", StringComparison.Ordinal))
                Know(kind + "/id", document.Id());
        foreach (var artwork in document["_embedded"]?["artworks"]?.AsArray() ?? [])
            Know("artwork_id", artwork!.Id());
    }

    /// <summary>The template with its required variables, alone and with each optional one.</summary>
    private IEnumerable<string> Fillings(string relation, string template)
    {
        foreach (var id in template.Contains("{id}", StringComparison.Ordinal) ? _known.GetValueOrDefault(relation + "/id") ?? [] : [""])
        {
            var start = template.Replace("{id}", id, StringComparison.Ordinal);
            var names = Query().Match(start).Groups[1].Value.Split(',');
            var bare = Query().Replace(start, "");
            string[] owners = relation is "collections" or "collection_items" || (relation == "artworks" && names.Contains("collection_id"))
                ? [.. Owners(relation)] : [""];
            foreach (var owner in relation == "artworks" ? owners.Append("") : owners)
            {
                yield return bare + (owner.Length > 0 ? "?" + owner : "");
                if (names.Contains("size"))
                    foreach (var page in new[] { "size=5", "offset=3", "size=5&offset=2", "total_count=1", "sample=1", "size=100&total_count=true" })
                        yield return $"{bare}?{(owner.Length > 0 ? owner + "&" : "")}{page}";
                if (names.Contains("sort"))
                    yield return $"{bare}?{owner}&sort=-position&size=5";
                foreach (var artwork in names.Contains("artwork_id") ? _known.GetValueOrDefault("artwork_id") ?? [] : [])
                    yield return $"{bare}?{owner}&artwork_id={artwork}";
            }
        }
    }

    private IEnumerable<string> Owners(string relation)
    {
        if (relation == "collections")
            return _known["user_id"].Select(user => "user_id=" + user).Append($"user_id={_ann.Id}&private=true&default=true").Append($"user_id={_ann.Id}&private=1");
        return [$"collection_id={_ann.Saved}&user_id={_ann.Id}", $"collection_id={_known["collection_id"].Single()}&user_id={_known["user_id"].Single()}"];
    }

    [GeneratedRegex(@"\{\?([^}]*)\}")]
    private static partial Regex Query();
}
