using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>Pages of lists: <c>size</c>, <c>cursor</c>, <c>offset</c>, <c>total_count</c>, <c>sample</c>.</summary>
internal sealed class HalPagingTests
{
    private const int Count = 23;

    private FavouritesData _company = null!;
    private UserClient _ann = null!;
    private string[] _items = null!;
    private string[] _artworks = null!;

    [SetUp]
    public void Fill()
    {
        _company = NewCompany();
        _ann = new UserClient(_company, "ann");
        var artworks = Enumerable.Range(0, Count).Select(_ => _company.Artwork()).Reverse().ToList();
        _artworks = [.. artworks.Select(id => id.ToString())];
        _items = [.. artworks.Select(artwork => FavouritesData.Made(_company.Add(_ann.Id, _ann.Saved, artwork)).ToString())];
    }

    [TestCase("collection_items", 1)]
    [TestCase("collection_items", 5)]
    [TestCase("collection_items", 23)]
    [TestCase("artworks", 7)]
    [TestCase("artworks", 22)]
    public async Task Cursors_lead_through_a_collection(string list, int size)
    {
        var (ids, positions, pages) = (new List<string>(), new List<int>(), 0);
        for (string? next = $"{list}?collection_id={_ann.Saved}&user_id={_ann.Id}&size={size}"; next is not null; pages++)
        {
            var page = await _ann.ReadAsync(next);
            Assert.That(page["total_count"], Is.Null);
            ids.AddRange(page.Ids(list));
            positions.AddRange(page.Embedded(list).Select(one => one!["position"]?.GetValue<int>() ?? 0));
            next = page.LinkOrNull("next");
        }
        Assert.That((pages, ids), Is.EqualTo(((Count + size - 1) / size, list == "artworks" ? _artworks : _items)));
        if (list == "collection_items")
            Assert.That(positions, Is.EqualTo(Enumerable.Range(1, Count)));
    }

    [Test]
    public async Task Artworks_of_the_company_come_in_the_order_they_were_made()
    {
        var made = _artworks.Reverse().ToArray();
        var first = await _ann.ReadAsync("artworks?size=20");
        Assert.That(first.Ids("artworks"), Is.EqualTo(made[..20]));
        Assert.That((await _ann.ReadAsync(first.Link("next"))).Ids("artworks"), Is.EqualTo(made[20..]));
    }

    [Test]
    public async Task A_page_has_ten_unless_another_size_is_asked_for()
    {
        Assert.That((await _ann.ReadAsync(_ann.Items(_ann.Saved))).Ids("collection_items"), Has.Length.EqualTo(10));
        Assert.That((await _ann.ReadAsync(_ann.Items(_ann.Saved) + "&size=100")).Ids("collection_items"), Has.Length.EqualTo(Count));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(10)]
    [TestCase(22)]
    [TestCase(23)]
    [TestCase(1000)]
    public async Task An_offset_passes_over_some_and_cursors_lead_on(int offset)
    {
        var page = await _ann.ReadAsync(_ann.Items(_ann.Saved) + $"&offset={offset}&size=4");
        var expected = _items.Skip(offset).Take(4).ToArray();
        Assert.That(page.Ids("collection_items"), Is.EqualTo(expected));
        Assert.That(page.Embedded("collection_items").Select(item => item!["position"]!.GetValue<int>()), Is.EqualTo(Enumerable.Range(offset + 1, expected.Length)));
        if (page.LinkOrNull("next") is not { } next)
        {
            Assert.That(offset + 4, Is.GreaterThanOrEqualTo(Count));
            return;
        }
        Assert.That(next, Does.Contain("cursor=").And.Not.Contain("offset"));
        var second = await _ann.ReadAsync(next);
        Assert.That(second.Ids("collection_items"), Is.EqualTo(_items.Skip(offset + 4).Take(4)));
        Assert.That(second.Embedded("collection_items")[0]!["position"]!.GetValue<int>(), Is.EqualTo(offset + 5));
    }

    [TestCase("total_count=1", 23)]
    [TestCase("total_count=true&size=2", 23)]
    [TestCase("total_count=1&offset=22", 23)]
    [TestCase("total_count=0", null)]
    [TestCase("", null)]
    public async Task The_total_is_returned_where_it_is_asked_for(string query, int? total)
    {
        foreach (var list in new[] { _ann.Items(_ann.Saved), _ann.Artworks(_ann.Saved), "artworks?" })
            Assert.That((await _ann.ReadAsync($"{list}&{query}"))["total_count"]?.GetValue<int>(), Is.EqualTo(total), list);
    }

    [Test]
    public async Task An_empty_list_is_an_empty_array_under_its_own_name()
    {
        var empty = _company.Collection(_ann.Id, true);
        foreach (var (path, relation) in new[]
        {
            (_ann.Items(empty), "collection_items"), (_ann.Artworks(empty), "artworks"), ($"artworks?artist_id={empty}", "artworks"),
            ($"collections?user_id={Guid.NewGuid()}", "collections"),
        })
            Assert.That((await _ann.GetAsync(path)).Body, Is.EqualTo($$$$"""{"total_count":null,"_links":{"self":{"href":"{{{{BaseUrl}}}}/api/v2/{{{{path}}}}"}},"_embedded":{"{{{{relation}}}}":[]}}"""));
    }

    [TestCase("size=5")]
    [TestCase("total_count=1&size=5")]
    [TestCase("offset=3&size=5&total_count=true")]
    public async Task A_page_calls_itself_what_its_reader_asked_for(string query)
    {
        var address = $"{BaseUrl}/api/v2/{_ann.Items(_ann.Saved)}&{query}";
        var page = await _ann.ReadAsync(address);
        Assert.That(page.Link("self"), Is.EqualTo(address));
        var next = page.Link("next");
        Assert.That((await _ann.ReadAsync(next)).Link("self"), Is.EqualTo(next));
    }

    [TestCase("size=0", """{"size":["must be a whole number from 1 to 100"]}""")]
    [TestCase("size=101", """{"size":["must be a whole number from 1 to 100"]}""")]
    [TestCase("size=ten", """{"size":["must be a whole number from 1 to 100"]}""")]
    [TestCase("offset=-1", """{"offset":["must be a whole number from 0 to 2147483647"]}""")]
    [TestCase("cursor=CURSOR&offset=1", """{"offset":["cannot be given with a cursor"]}""")]
    [TestCase("cursor=CURSOR&offset=0", """{"offset":["cannot be given with a cursor"]}""")]
    [TestCase("cursor=nonsense", """{"cursor":["is not a cursor of this list in this order; start with an empty one and take the others from links"]}""")]
    [TestCase("cursor=CURSORx", """{"cursor":["is not a cursor of this list in this order; start with an empty one and take the others from links"]}""")]
    [TestCase("sample=1&offset=1", """{"sample":["cannot be given with a cursor or an offset"]}""")]
    [TestCase("sample=perhaps&total_count=all", """{"total_count":["must be true or false"],"sample":["must be true or false"]}""")]
    [TestCase("page=2&size=0", """{"size":["must be a whole number from 1 to 100"],"page":["is not a parameter here"]}""")]
    public async Task A_page_that_is_none_is_refused(string query, string errors)
    {
        foreach (var list in new[] { _ann.Items(_ann.Saved) + "&", _ann.Artworks(_ann.Saved) + "&", "artworks?", $"collections?user_id={_ann.Id}&private=1&" })
        {
            var cursor = list.StartsWith("collections", StringComparison.Ordinal) ? "abc" : (await _ann.ReadAsync(list + "size=1")).Link("next").Split("cursor=")[1];
            Assert.That((await _ann.GetAsync(list + query.Replace("CURSOR", cursor, StringComparison.Ordinal))).Errors(), Is.EqualTo(errors), list);
        }
    }

    [Test]
    public async Task A_sample_is_any_one_of_the_list()
    {
        foreach (var (list, relation) in new[] { (_ann.Items(_ann.Saved), "collection_items"), (_ann.Artworks(_ann.Saved), "artworks"), ("artworks?", "artworks") })
        {
            var all = (await _ann.ReadAsync(list + "&size=100")).Embedded(relation).Select(one => one!.Link("self")).ToHashSet();
            var drawn = new HashSet<string>();
            for (var i = 0; i < 20; i++)
            {
                var sample = await _ann.GetAsync(list + "&sample=1");
                Assert.That((sample.Status, sample.Headers.Location!.ToString()), Is.EqualTo((302, sample.Json.Link("location"))));
                drawn.Add(sample.Json.Link("location"));
            }
            // That all twenty are the same one is as likely as 1 in 23^19.
            Assert.That(drawn, Is.SubsetOf(all).And.Count.GreaterThan(1));
            Assert.That((await _ann.GetAsync(drawn.First())).Status, Is.EqualTo(200));
        }
        Assert.That((await _ann.GetAsync($"artworks?artist_id={_ann.Id}&sample=1")).Refusal(), Is.EqualTo((404, "Artwork Not Found")));
        Assert.That((await _ann.GetAsync(_ann.Items(_company.Collection(_ann.Id, false)) + "&sample=1")).Refusal(), Is.EqualTo((404, "Collection Item Not Found")));
        Assert.That((await _ann.GetAsync("artworks?sample=0")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task What_others_add_and_remove_moves_no_page()
    {
        var page = await _ann.ReadAsync(_ann.Items(_ann.Saved) + "&size=5");
        // The row that the cursor points at is deleted, and so is one before it; another is added in front.
        await _ann.DeleteAsync("collection_items/" + _items[4]);
        await _ann.DeleteAsync("collection_items/" + _items[0]);
        var last = await _ann.AddAsync(_ann.Saved, _company.Artwork());
        await _ann.PutAsync("collection_items/" + last, "position=1");
        var second = await _ann.ReadAsync(page.Link("next"));
        Assert.That(second.Ids("collection_items"), Is.EqualTo(_items[5..10]));
        Assert.That(second.Embedded("collection_items")[0]!["position"]!.GetValue<int>(), Is.EqualTo(5));
    }
}
