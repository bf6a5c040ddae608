using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>Creating, changing and deleting collections, on the catalogue that <see cref="TestCatalog"/> draws.</summary>
internal sealed class CollectionTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [TestCase("/api/4")]
    [TestCase("/api/boomerang")]
    public async Task A_new_collection_answers_with_its_defaults_and_is_found_at_its_location(string prefix)
    {
        var answer = await _company.CreateCollection("""{"name":"Winter Sports"}""", $"{prefix}/collections");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        var attributes = answer.Attributes().AsObject();
        attributes.Remove("created_at");
        attributes.Remove("updated_at");
        Assert.That(attributes.ToJsonString(), Is.EqualTo(
            """{"name":"Winter Sports","slug":"winter-sports","description":null,"seo_title":null,"seo_description":null,"collection_type":null,"system":false,"item_count":0,"show_in_store":true,"parent_id":null,"depth":1,"position":null,"image_url":null,"image_large_url":null}"""));
        Assert.That((await _company.GetAsync(answer.Headers.Location!.ToString())).Body, Is.EqualTo(answer.Body));
    }

    [TestCase("manual", "A", "C")]
    [TestCase("static", "A", "C")]
    [TestCase("manual,static", "A", "C")]
    [TestCase("dynamic,manual", "A", "B", "C")]
    [TestCase("manual,null", "A", "C", "D")]
    public async Task A_filter_takes_manual_for_static(string types, params string[] names)
    {
        var company = WriteServer.NewEmptyCompany();
        foreach (var (name, type) in new[] { ("A", "\"static\""), ("B", "\"dynamic\""), ("C", "\"static\""), ("D", "null") })
            await company.CreateCollection($$"""{"name":"{{name}}","collection_type":{{type}}}""");
        var answer = await company.GetAsync($"collections?sort=name&filter[collection_type]={types}");
        Assert.That(answer.Json["data"]!.AsArray().Select(collection => collection!["attributes"]!.Text("name")), Is.EqualTo(names), answer.Body);
        Assert.That((await company.GetAsync("collections?filter[collection_type]=automatic")).Body, Does.Contain("is not one of static, dynamic, manual"));
    }

    [Test]
    public async Task A_new_collection_may_have_a_parent_and_the_answer_has_the_requested_includes()
    {
        var answer = await _company.CreateCollection(
            $$"""{"name":"Kites","description":"High","seo_title":"t","seo_description":"d","show_in_store":false,"collection_type":"static","parent_id":"{{_company["Land"]}}"}""",
            "collections?include=collection_items&fields[collections]=depth,show_in_store,collection_type&extra_fields[collections]=all_children,all_parents,hierarchical_name");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        Assert.That(answer.Attributes().ToJsonString(), Is.EqualTo(
            $$$"""{"collection_type":"static","show_in_store":false,"depth":3,"all_children":[],"all_parents":[{"id":"{{{_company["Outdoor"]}}}","name":"Outdoor"},{"id":"{{{_company["Land"]}}}","name":"Land"}],"hierarchical_name":["Outdoor","Land","Kites"]}"""));
        Assert.That(answer.Json["included"]!.AsArray(), Is.Empty);
    }

    [TestCase("Über große Äpfel!", "uber-grosse-apfel")]
    [TestCase("  --Water & Land--  ", "water-land")]
    [TestCase("Water", "water-2")]
    [TestCase("[???]", "collection")]
    public async Task The_slug_is_made_from_the_name(string name, string slug) =>
        Assert.That((await _company.CreateCollection($$"""{"name":"{{name}}"}""")).Attributes().Text("slug"), Is.EqualTo(slug));

    [Test]
    public async Task A_slug_that_is_taken_gets_the_next_number_in_each_company_on_its_own()
    {
        foreach (var slug in new[] { "tents", "tents-2", "tents-3", "tents-4" })
            Assert.That((await _company.CreateCollection("""{"name":"Tents"}""")).Attributes().Text("slug"), Is.EqualTo(slug));
        Assert.That((await WriteServer.NewCompany().CreateCollection("""{"name":"Tents"}""")).Attributes().Text("slug"), Is.EqualTo("tents"));
    }

    [Test]
    public async Task A_given_slug_is_normalized_and_has_to_be_free()
    {
        Assert.That((await _company.CreateCollection("""{"name":"x","slug":"My Slug"}""")).Attributes().Text("slug"), Is.EqualTo("my-slug"));
        var taken = await _company.CreateCollection($$"""{"name":"x","slug":"My-Slug","parent_id":"{{_company["Zelt"]}}"}""");
        Assert.That(taken.Errors(), Is.EqualTo(new[]
        {
            "422 taken /data/attributes/slug: slug has already been taken",
            "422 not_found /data/attributes/parent_id: parent_id must be the id of a collection of this company",
        }));
        Assert.That((await _company.Change(_company["Land"], """{"slug":"my-slug"}""")).Errors().Single(), Does.StartWith("422 taken "));
        Assert.That((await _company.Change(_company["Land"], """{"slug":"land"}""")).Status, Is.EqualTo(200), "its own slug");
    }

    [TestCase("PUT")]
    [TestCase("PATCH")]
    public async Task A_change_leaves_the_rest_and_a_new_name_leaves_the_slug(string method)
    {
        var before = (await _company.GetAsync($"collections/{_company["Outdoor"]}")).Attributes();
        var answer = await _company.Change(_company["Outdoor"], """{"name":"Élsewhere"}""", method);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        foreach (var (name, value) in answer.Attributes().AsObject())
            if (name is not ("name" or "updated_at"))
                Assert.That(value?.ToJsonString(), Is.EqualTo(before[name]?.ToJsonString()), name);
        Assert.That(answer.Attributes().Text("name"), Is.EqualTo("Élsewhere"));
        Assert.That(answer.Attributes().Text("updated_at"), Is.Not.EqualTo(before.Text("updated_at")));
        Assert.That((await _company.GetAsync("collections?filter[name]=ÉLSEWHERE")).Json["data"]!.AsArray(), Has.Count.EqualTo(1), "folded anew");
    }

    [TestCase("""{}""", "422 blank /data/attributes/name")]
    [TestCase("""{"name":null}""", "422 blank /data/attributes/name")]
    [TestCase("""{"name":""}""", "422 blank /data/attributes/name")]
    [TestCase("""{"name":"x","slug":"!?*"}""", "422 invalid /data/attributes/slug: slug should have a letter or a digit")]
    [TestCase("""{"name":"x","slug":null}""", "422 blank /data/attributes/slug")]
    [TestCase("""{"name":"x","show_in_store":null}""", "422 blank /data/attributes/show_in_store")]
    [TestCase("""{"name":"x","collection_type":"manual"}""", "400 type_error /data/attributes/collection_type")]
    [TestCase("""{"name":"x","parent_id":"x"}""", "400 type_error /data/attributes/parent_id")]
    [TestCase("""{"name":"x","parent_id":"33763613-da95-4e0a-89fd-1394814769da"}""", "422 not_found /data/attributes/parent_id")]
    [TestCase("""{"name":"x","position":1}""", "400 unwrittable_attribute /data/attributes/position")]
    [TestCase("""{"name":"x","item_count":1}""", "400 unwrittable_attribute /data/attributes/item_count")]
    [TestCase("""{"name":"x","system":true}""", "400 unwrittable_attribute /data/attributes/system")]
    [TestCase("""{"name":"x","depth":1}""", "400 unwrittable_attribute /data/attributes/depth")]
    [TestCase("""{"name":"x","image_url":"https://img.example/a.png"}""", "400 unwrittable_attribute /data/attributes/image_url")]
    [TestCase("""{"name":"x","remote_image_url":"file:///etc/passwd"}""", "422 invalid_url /data/attributes/remote_image_url")]
    [TestCase("""{"name":"x","remote_image_url":"javascript:alert(1)"}""", "422 invalid_url /data/attributes/remote_image_url")]
    [TestCase("""{"name":"x","external_image_url":"https://user:secret@img.example/a.png"}""", "422 invalid_url /data/attributes/external_image_url")]
    [TestCase("""{"name":"x","external_image_url":"/a.png"}""", "422 invalid_url /data/attributes/external_image_url")]
    [TestCase("""{"name":"x","external_image_url":"https://img.example/a.png","remote_image_url":"https://img.example/b.png"}""", "422 contradictory /data/attributes/external_image_url")]
    [TestCase("""{"name":"x","external_image_url":"https://img.example/a.png","remove_image":true}""", "422 contradictory /data/attributes/remove_image")]
    public async Task A_wrong_body_is_refused_with_its_pointer(string attributes, string error)
    {
        var before = await _company.Draw();
        Assert.That((await _company.CreateCollection(attributes)).Errors().Single(), Does.StartWith(error));
        Assert.That(await _company.Draw(), Is.EqualTo(before));
    }

    [TestCase("name", 320, true)]
    [TestCase("name", 1_000, true)]
    [TestCase("name", 1_001, false)]
    [TestCase("name", 100_000, false)]
    [TestCase("description", 65_535, true)]
    [TestCase("description", 65_536, false)]
    [TestCase("seo_description", 65_536, false)]
    public async Task Texts_have_an_end(string attribute, int length, bool fits)
    {
        var answer = await _company.Change(_company["Land"], $$"""{"{{attribute}}":"{{new string('ä', length)}}"}""");
        Assert.That(answer.Status, Is.EqualTo(fits ? 200 : 422), answer.Body[..Math.Min(500, answer.Body.Length)]);
        if (!fits)
            Assert.That(answer.Errors().Single(), Does.StartWith($"422 too_long /data/attributes/{attribute}: "));
        if (fits && attribute == "name")
            Assert.That((await _company.CreateCollection($$"""{"name":"{{new string('ä', length)}}"}""")).Attributes().Text("slug"), Is.EqualTo(new string('a', 200)));
    }

    [Test]
    public async Task The_type_is_set_once()
    {
        var land = _company["Land"];
        Assert.That((await _company.Change(land, """{"collection_type":"static"}""")).Attributes().Text("collection_type"), Is.EqualTo("static"));
        Assert.That((await _company.Change(land, """{"collection_type":"static","description":"x"}""")).Status, Is.EqualTo(200));
        foreach (var other in new[] { "\"dynamic\"", "null" })
            Assert.That((await _company.Change(land, $$"""{"collection_type":{{other}}}""")).Errors().Single(), Does.StartWith("400 unwrittable_attribute /data/attributes/collection_type"));
        Assert.That((await _company.GetAsync($"collections/{land}")).Attributes().Text("collection_type"), Is.EqualTo("static"));
    }

    [TestCase("remote_image_url")]
    [TestCase("external_image_url")]
    public async Task An_image_is_kept_by_its_url_until_it_is_removed(string input)
    {
        const string Url = "https://img.example/a.png?size=large#top";
        var changed = (await _company.Change(_company["Land"], $$"""{"{{input}}":"{{Url}}"}""")).Attributes();
        Assert.That((changed.Text("image_url"), changed.Text("image_large_url")), Is.EqualTo((Url, Url)));
        Assert.That(changed[input], Is.Null, "no answer contains what is only taken in");
        Assert.That((await _company.Change(_company["Land"], $$"""{"{{input}}":null,"remove_image":false}""")).Attributes().Text("image_url"), Is.EqualTo(Url));
        var removed = (await _company.Change(_company["Land"], """{"remove_image":true}""")).Attributes();
        Assert.That((removed["image_url"], removed["image_large_url"]), Is.EqualTo(((object?)null, (object?)null)));
    }

    [Test]
    public async Task An_uploaded_image_is_served_until_it_is_replaced()
    {
        const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        var answer = await _company.CreateCollection($$"""{"name":"Seen","image_base64":"{{Pixel}}"}""");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        var (url, id) = (new Uri(answer.Attributes().Text("image_url")).AbsolutePath, answer.Json["data"]!.Text("id"));
        Assert.That((await _company.GetAsync(url)).Status, Is.EqualTo(200));
        Assert.That((await _company.GetAsync(new Uri(answer.Attributes().Text("image_large_url")).AbsolutePath)).Status, Is.EqualTo(200));
        Assert.That((await _company.Change(id, """{"remote_image_url":"https://img.example/a.png","description":7}""")).Status, Is.EqualTo(400));
        Assert.That((await _company.GetAsync(url)).Status, Is.EqualTo(200), "nothing was changed");
        await _company.Change(id, $$"""{"image_base64":"{{Pixel}}"}""");
        Assert.That((await _company.GetAsync(url)).Status, Is.EqualTo(404), "replaced");
        var next = new Uri((await _company.GetAsync($"collections/{id}")).Attributes().Text("image_url")).AbsolutePath;
        Assert.That((await _company.GetAsync(next)).Status, Is.EqualTo(200));
        await _company.DeleteCollection(id);
        Assert.That((await _company.GetAsync(next)).Status, Is.EqualTo(404), "deleted with its collection");
    }

    [Test]
    public async Task A_system_collection_is_neither_changed_nor_deleted()
    {
        foreach (var answer in new[] { await _company.Change(_company["Featured"], """{"name":"x"}"""), await _company.DeleteCollection(_company["Featured"]) })
            Assert.That(answer.Errors(), Is.EqualTo(new[] { "422 system /data/attributes/system: The collection is a system collection, which cannot be changed." }));
        Assert.That(await _company.Draw(), Has.Some.EqualTo("Featured 1:"));
    }

    [Test]
    public async Task A_deleted_collection_answers_as_it_was_and_takes_its_collection_items_along()
    {
        var before = await _company.GetAsync($"collections/{_company["Boats"]}?extra_fields[collections]=hierarchical_name");
        var answer = await _company.SendAsync(HttpMethod.Delete, $"collections/{_company["Boats"]}?extra_fields[collections]=hierarchical_name");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        Assert.That(answer.Body, Is.EqualTo(before.Body));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("Featured"));
        Assert.That((await _company.DeleteCollection(_company["Boats"])).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task What_another_branch_holds_stays_when_a_collection_is_deleted()
    {
        await _company.Add("Land", "Kayak");
        await _company.DeleteCollection(_company["Boats"]);
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), Land, Featured"));
    }

    [Test]
    public async Task A_collection_with_others_below_it_is_not_deleted()
    {
        var before = await _company.Draw();
        Assert.That((await _company.DeleteCollection(_company["Water"])).Errors(), Is.EqualTo(new[]
        {
            "422 has_children /data/attributes/parent_id: The collection has collections below it: move or delete those first.",
        }));
        Assert.That(await _company.Draw(), Is.EqualTo(before));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), (Water), Boats, Featured"));
    }

    [Test]
    public async Task What_is_foreign_is_not_there()
    {
        var other = WriteServer.NewCompany();
        Assert.That((await _company.Change(other["Land"], """{"name":"x"}""")).Status, Is.EqualTo(404));
        Assert.That((await _company.DeleteCollection(other["Land"])).Status, Is.EqualTo(404));
        Assert.That((await _company.Change(_company["Land"], $$"""{"parent_id":"{{other["Indoor"]}}"}""")).Errors().Single(), Does.StartWith("422 not_found /data/attributes/parent_id"));
        Assert.That(await other.Draw(), Has.Some.StartsWith("Land < Outdoor"));
    }
}
