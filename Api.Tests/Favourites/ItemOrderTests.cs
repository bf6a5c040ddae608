using System.Text.Json.Nodes;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary><c>sort</c> and <c>artwork_id</c> of collection items: newest first, and whether an artwork is saved.</summary>
internal sealed class ItemOrderTests
{
    private const int Count = 12;

    private FavouritesData _company = null!;
    private UserClient _ann = null!;
    private List<Guid> _artworks = null!;
    private string[] _items = null!;

    [SetUp]
    public void Fill()
    {
        _company = NewCompany();
        _ann = new UserClient(_company, "ann");
        _artworks = [.. Enumerable.Range(0, Count).Select(_ => _company.Artwork())];
        _items = [.. _artworks.Select(artwork => FavouritesData.Made(_company.Add(_ann.Id, _ann.Saved, artwork)).ToString())];
    }

    private string List => _ann.Items(_ann.Saved);

    [TestCase("position", 5, false)]
    [TestCase("", 5, false)]
    [TestCase("-position", 1, true)]
    [TestCase("-position", 5, true)]
    [TestCase("-position", 12, true)]
    [TestCase("-position", 100, true)]
    public async Task Cursors_lead_through_either_order_with_the_numbers_of_the_collection(string sort, int size, bool isReversed)
    {
        var read = await WalkAsync($"{List}&sort={sort}&size={size}");
        var expected = _items.Select((id, at) => (id, at + 1));
        Assert.That(read, Is.EqualTo(isReversed ? expected.Reverse() : expected));
    }

    [TestCase(0)]
    [TestCase(4)]
    [TestCase(11)]
    [TestCase(12)]
    public async Task An_offset_passes_over_the_last_ones(int offset)
    {
        var read = await WalkAsync($"{List}&sort=-position&size=3&offset={offset}");
        Assert.That(read, Is.EqualTo(_items.Select((id, at) => (id, at + 1)).Reverse().Skip(offset)));
    }

    [Test]
    public async Task Hidden_artworks_leave_no_gap_in_the_numbers()
    {
        foreach (var at in new[] { 0, 5, 6, 11 })
            _company.SetArtwork(_artworks[at], archived: true);
        var visible = _items.Where((_, at) => at is not (0 or 5 or 6 or 11)).ToList();
        Assert.That(await WalkAsync($"{List}&sort=-position&size=3"), Is.EqualTo(visible.Select((id, at) => (id, at + 1)).Reverse()));
        Assert.That(await WalkAsync($"{List}&artwork_id={_artworks[7]}"), Is.EqualTo(new[] { (_items[7], 5) }));
        Assert.That(await WalkAsync($"{List}&artwork_id={_artworks[5]}"), Is.Empty);
    }

    [Test]
    public async Task A_page_from_the_end_goes_on_where_it_was_while_others_come_and_go()
    {
        var page = await _ann.ReadAsync($"{List}&sort=-position&size=4&total_count=1");
        Assert.That((page["total_count"]!.GetValue<int>(), page.Ids("collection_items")), Is.EqualTo((Count, _items.Reverse().Take(4).ToArray())));
        await _ann.AddAsync(_ann.Saved, _company.Artwork());
        await _ann.DeleteAsync("collection_items/" + _items[8]);
        await _ann.DeleteAsync("collection_items/" + _items[0]);
        var next = await _ann.ReadAsync(page.Link("next"));
        Assert.That(next.Link("self"), Is.EqualTo(page.Link("next")));
        Assert.That(Numbered(next), Is.EqualTo(new[] { (_items[7], 7), (_items[6], 6), (_items[5], 5), (_items[4], 4) }));
    }

    [Test]
    public async Task A_cursor_is_bound_to_its_sort()
    {
        string Cursor(JsonNode page) => page.Link("next").Split("cursor=")[1];
        var (up, down) = (Cursor(await _ann.ReadAsync(List + "&size=3")), Cursor(await _ann.ReadAsync(List + "&size=3&sort=-position")));
        foreach (var wrong in new[] { $"&sort=-position&cursor={up}", $"&sort=position&cursor={down}", $"&cursor={down}", $"&artwork_id={_artworks[0]}&cursor={up}" })
            Assert.That((await _ann.GetAsync(List + wrong)).Errors(), Does.Contain("is not a cursor of this list in this order"), wrong);
        Assert.That(Numbered(await _ann.ReadAsync($"{List}&sort=position&size=1&cursor={up}")), Is.EqualTo(new[] { (_items[3], 4) }));
    }

    [Test]
    public async Task An_artwork_is_found_with_its_number_or_not_at_all()
    {
        foreach (var at in new[] { 0, 3, Count - 1 })
            foreach (var more in new[] { "", "&sort=-position", "&size=1&total_count=1" })
                Assert.That(await WalkAsync($"{List}&artwork_id={_artworks[at]}{more}"), Is.EqualTo(new[] { (_items[at], at + 1) }), more);
        Assert.That((await _ann.ReadAsync($"{List}&total_count=1&artwork_id={_artworks[3]}"))["total_count"]!.GetValue<int>(), Is.EqualTo(1));
        foreach (var other in new[] { _company.Artwork(), Guid.NewGuid(), _ann.Saved })
            Assert.That((await _ann.ReadAsync($"{List}&total_count=1&artwork_id={other}")).ToJsonString(), Does.Contain("\"total_count\":0").And.Contain("\"collection_items\":[]"));
        Assert.That((await _ann.GetAsync($"{List}&artwork_id={_artworks[3]}&sample=1")).Headers.Location!.ToString(), Does.Contain(_items[3]));
        Assert.That((await _ann.GetAsync($"{List}&artwork_id={Guid.NewGuid()}&sample=1")).Refusal(), Is.EqualTo((404, "Collection Item Not Found")));
    }

    [Test]
    public async Task It_is_found_in_the_collection_that_is_asked_about_alone()
    {
        var other = _company.Collection(_ann.Id, isPrivate: true);
        await _ann.AddAsync(other, _artworks[3]);
        Assert.That(await WalkAsync($"{_ann.Items(other)}&artwork_id={_artworks[3]}"), Has.Count.EqualTo(1).And.All.Matches<(string Id, int Number)>(item => item.Number == 1));
        Assert.That(await WalkAsync($"{_ann.Items(other)}&artwork_id={_artworks[4]}"), Is.Empty);
        var bob = new UserClient(_company, "bob");
        foreach (var artwork in new[] { _artworks[3], _artworks[4] })
            Assert.That((await bob.GetAsync($"{_ann.Items(other)}&artwork_id={artwork}")).Refusal(), Is.EqualTo((404, "Collection Not Found")));
    }

    [TestCase("sort=rank", """{"sort":["must be position or -position"]}""")]
    [TestCase("sort=-", """{"sort":["must be position or -position"]}""")]
    [TestCase("sort=position,-position", """{"sort":["must be position or -position"]}""")]
    [TestCase("sort=position&sort=-position", """{"sort":["is given more than once"]}""")]
    [TestCase("artwork_id=1", """{"artwork_id":["must be an id"]}""")]
    [TestCase("artwork_id=1&sort=x&size=0", """{"artwork_id":["must be an id"],"sort":["must be position or -position"],"size":["must be a whole number from 1 to 100"]}""")]
    public async Task What_cannot_be_asked_is_refused(string query, string errors) =>
        Assert.That((await _ann.GetAsync($"{List}&{query}")).Errors(), Is.EqualTo(errors));

    [TestCase("artworks?sort=-position", "sort")]
    [TestCase("collections?user_id=USER&sort=-position", "sort")]
    [TestCase("collection_items/ITEM?sort=position", "sort")]
    public async Task Other_addresses_do_not_take_them(string path, string parameter)
    {
        path = path.Replace("USER", _ann.Id.ToString(), StringComparison.Ordinal).Replace("ITEM", _items[0], StringComparison.Ordinal);
        Assert.That((await _ann.GetAsync(path)).Errors(), Is.EqualTo($$"""{"{{parameter}}":["is not a parameter here"]}"""));
    }

    private async Task<List<(string, int)>> WalkAsync(string path)
    {
        var read = new List<(string, int)>();
        for (string? next = path; next is not null;)
        {
            var page = await _ann.ReadAsync(next);
            read.AddRange(Numbered(page));
            next = page.LinkOrNull("next");
        }
        return read;
    }

    private static IEnumerable<(string, int)> Numbered(JsonNode page) =>
        page.Embedded("collection_items").Select(item => (item!.Id(), item!["position"]!.GetValue<int>()));
}
