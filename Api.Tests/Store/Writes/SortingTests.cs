using Api.Tests.Support;
using Domain.Companies;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Sortings of collection items, photos and bundle items, on the catalogue that <see cref="TestCatalog"/> draws.</summary>
internal sealed class SortingTests
{
    private const string UnknownId = "33763613-da95-4e0a-89fd-1394814769da";

    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [TestCase("/api/4", "sortings")]
    [TestCase("/api/boomerang", "sorting")]
    public async Task Those_named_come_first_those_with_a_position_follow_and_the_others_have_none(string prefix, string type)
    {
        var body = CollectionRequests.Body(type, $$"""{"type":"collection_items","ids":["{{_company["Outdoor: Zelt"]}}","{{_company["Outdoor: kayak"].ToUpperInvariant()}}"]}""");
        var answer = await _company.Post(body, $"{prefix}/sortings");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        Assert.That(answer.Body, Does.Match("""^\{"data":\{"id":"[0-9a-f-]{36}","type":"sortings"\},"meta":\{\}\}$"""));
        Assert.That(await Outdoor(), Is.EqualTo("Zelt 1, kayak 2, Weekend set 3, Kayak"));
        await _company.Sort("collection_items", _company["Outdoor: Weekend set"], _company["Outdoor: Zelt"]);
        Assert.That(await Outdoor(), Is.EqualTo("Weekend set 1, Zelt 2, kayak 3, Kayak"));
        Assert.That((await _company.GetAsync($"collection_items/{_company["Water: kayak"]}")).Attributes()["position"]!.GetValue<int>(), Is.EqualTo(2), "another collection");
    }

    [Test]
    public async Task Only_rows_whose_position_changes_are_touched()
    {
        await _company.Sort("collection_items", _company["Outdoor: Weekend set"], _company["Outdoor: Zelt"]);
        Assert.That((await _company.GetAsync($"collection_items/{_company["Outdoor: Weekend set"]}")).Attributes().Text("updated_at"), Does.StartWith("2025-01-01"));
        Assert.That((await _company.GetAsync($"collection_items/{_company["Outdoor: Zelt"]}")).Attributes().Text("updated_at"), Does.Not.StartWith("2025-01-01"));
    }

    [Test]
    public async Task The_first_photo_is_the_one_its_item_shows()
    {
        Assert.That((await _company.Sort("photos", _company["stern"])).Status, Is.EqualTo(201));
        Assert.That(await _company.Order("photos", "owner_id", "Kayak", photo => _company.LabelOf(photo.Text("id"))), Is.EqualTo("stern 1, bow 2"));
        var item = (await _company.GetAsync($"product_groups/{_company["Kayak"]}")).Attributes();
        Assert.That((item.Text("photo_id"), item.Text("photo_url")), Is.EqualTo((_company["stern"], "https://img.example/stern-large.jpg")));
        Assert.That((await _company.GetAsync($"bundles/{_company["Weekend set"]}")).Attributes().Text("photo_id"), Is.EqualTo(_company["tent"]));
    }

    [Test]
    public async Task Bundle_items_are_sorted_within_their_bundle()
    {
        Assert.That((await _company.Sort("bundle_items", _company["Weekend set with Zelt"])).Status, Is.EqualTo(201));
        Assert.That(
            await _company.Order("bundle_items", "bundle_id", "Weekend set", item => _company.LabelOf(item["attributes"]!.Text("product_group_id"))),
            Is.EqualTo("Zelt 1, Kayak 2"));
        await _company.SendAsync(HttpMethod.Delete, $"bundle_items/{_company["Weekend set with Zelt"]}");
        Assert.That((await _company.Sort("bundle_items", _company["Weekend set with Kayak"], _company["Weekend set with Zelt"])).Errors().Single(),
            Does.StartWith("422 not_found /data/attributes/ids/1"), "an archived one is not there");
    }

    [TestCase("collection_items", "Outdoor: Zelt|Land: Zelt", "422 mixed /data/attributes/ids/1: ids/1 is of another collection than those before")]
    [TestCase("collection_items", "Outdoor: Zelt|Outdoor: Zelt", "422 duplicate /data/attributes/ids/1")]
    [TestCase("collection_items", "Outdoor: Zelt|" + UnknownId, "422 not_found /data/attributes/ids/1")]
    [TestCase("collection_items", "Outdoor: Zelt|x", "400 type_error /data/attributes/ids/1")]
    [TestCase("collection_items", "Featured: Kayak", "422 system /data/attributes/ids/0")]
    [TestCase("collection_items", "bow", "422 not_found /data/attributes/ids/0")]
    [TestCase("photos", "stern|tent", "422 mixed /data/attributes/ids/1: ids/1 is of another item than those before")]
    [TestCase("bundle_items", "Weekend set with Zelt|Éclair set with Old raft", "422 mixed /data/attributes/ids/1: ids/1 is of another bundle than those before")]
    [TestCase("lines", "bow", "400 type_error /data/attributes/type: data.attributes.type should be one of collection_items, photos, bundle_items")]
    [TestCase("collections", "Land", "400 type_error /data/attributes/type")]
    public async Task A_wrong_sorting_is_refused_and_nothing_is_changed(string type, string labels, string error)
    {
        var ids = labels.Split('|').Select(label => label is "x" or UnknownId ? label : _company[label]).ToArray();
        Assert.That((await _company.Sort(type, ids)).Errors().Single(), Does.StartWith(error));
        Assert.That(await Outdoor(), Is.EqualTo("Weekend set 1, Kayak, kayak, Zelt"));
        Assert.That(await _company.Order("photos", "owner_id", "Kayak", photo => _company.LabelOf(photo.Text("id"))), Is.EqualTo("bow 1, stern 1"));
    }

    [Test]
    public async Task Every_wrong_id_is_named_and_a_foreign_one_is_not_there()
    {
        var other = WriteServer.NewCompany();
        var answer = await _company.Sort("collection_items", other["Outdoor: Zelt"], _company["Outdoor: Zelt"], _company["Land: Zelt"], UnknownId);
        Assert.That(answer.Errors().Select(error => error.Split(": ")[0]), Is.EqualTo(new[]
        {
            "422 not_found /data/attributes/ids/0", "422 mixed /data/attributes/ids/2", "422 not_found /data/attributes/ids/3",
        }));
    }

    [TestCase("""{"type":"collection_items"}""", "422 blank /data/attributes/ids")]
    [TestCase("""{"type":"collection_items","ids":[]}""", "422 blank /data/attributes/ids")]
    [TestCase("""{"ids":["33763613-da95-4e0a-89fd-1394814769da"]}""", "422 blank /data/attributes/type")]
    [TestCase("""{"type":"collection_items","ids":"x"}""", "400 type_error /data/attributes/ids")]
    [TestCase("""{"type":"collection_items","ids":[null]}""", "400 type_error /data/attributes/ids/0")]
    [TestCase("""{"type":"collection_items","ids":["33763613-da95-4e0a-89fd-1394814769da"],"position":1}""", "400 unknown_attribute /data/attributes/position")]
    public async Task A_wrong_body_is_refused_with_its_pointer(string attributes, string error) =>
        Assert.That((await _company.Post(CollectionRequests.Body("sortings", attributes), "sortings")).Errors().Single(), Does.StartWith(error));

    [Test]
    public async Task Ten_thousand_ids_are_the_most()
    {
        var ids = Enumerable.Range(0, 10_001).Select(_ => Guid.NewGuid().ToString()).ToArray();
        Assert.That((await _company.Sort("collection_items", ids)).Errors(), Is.EqualTo(new[]
        {
            "422 too_many /data/attributes/ids: ids holds 10001 elements, and one request takes 10000 at most",
        }));
        var errors = (await _company.Sort("collection_items", ids[1..])).Errors();
        Assert.That((errors.Length, errors[0].Split(": ")[0]), Is.EqualTo((101, "422 not_found /data/attributes/ids/0")));
    }

    [Test]
    public async Task Without_the_scope_write_nothing_is_sorted()
    {
        var reader = $"reader-of-{_company.Number}";
        _company.SaveToken(reader, TokenScopes.Read);
        foreach (var path in new[] { "sortings", "collection_trees" })
            Assert.That((await _company.SendAsync(HttpMethod.Post, path, "{}", request => request.Headers.Authorization = new("Bearer", reader))).Status, Is.EqualTo(403));
    }

    private Task<string> Outdoor() =>
        _company.Order("collection_items", "collection_id", "Outdoor", row => _company.LabelOf(row["attributes"]!.Text("item_id")));
}
