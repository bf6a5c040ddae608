using Api.Tests.Support;
using Domain.Companies;
using NUnit.Framework;
using static Api.Tests.Store.Writes.OperationRequests;

namespace Api.Tests.Store.Writes;

/// <summary>Several operations in one request: what they do, in which order, and that a failure leaves nothing of them.</summary>
internal sealed class OperationTests
{
    private TestCompany _company = null!;

    [SetUp]
    public void AddCompany() => _company = WriteServer.NewCompany();

    [TestCase("/api/4")]
    [TestCase("/api/boomerang")]
    public async Task Operations_run_in_order_and_are_answered_in_order(string prefix)
    {
        var part = _company["Weekend set with Zelt"];
        var answer = await _company.OperateAt(
            $"{prefix}/operations",
            _company.AddCollectionItem("Water", "Zelt"),
            Update("bundle_items", Id(part), """{"quantity":7}"""),
            Remove("collection_items", Id(_company["Land: Zelt"])),
            Remove("bundle_items", Id(part)));
        var results = answer.Results();
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo(MediaType));
        Assert.That(results.Select(result => result.Text("type")), Is.EqualTo(new[] { "collection_items", "bundle_items", "collection_items", "bundle_items" }));
        Assert.That(results[0]["attributes"]!.Text("collection_id"), Is.EqualTo(_company["Water"]));
        Assert.That(results[1]["attributes"]!["quantity"]!.GetValue<int>(), Is.EqualTo(7));
        Assert.That(results[1]["attributes"]!["archived"]!.GetValue<bool>(), Is.False);
        Assert.That(results[2].Text("id"), Is.EqualTo(_company["Land: Zelt"]));
        Assert.That(results[3]["attributes"]!["archived"]!.GetValue<bool>(), Is.True);
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Water"));
    }

    [Test]
    public async Task A_result_is_what_the_same_request_for_one_resource_answers()
    {
        var added = (await _company.Operate(_company.AddCollectionItem("Water", "Zelt"))).Json["atomic:results"]![0]!;
        var fetched = await _company.GetAsync($"collection_items/{added["data"]!.Text("id")}");
        Assert.That(added.ToJsonString(), Is.EqualTo(fetched.Json.ToJsonString()));
    }

    [Test]
    public async Task Results_are_nested_json_where_that_is_asked_for()
    {
        var answer = await _company.OperateAt("operations.json", _company.AddCollectionItem("Water", "Zelt"));
        var added = answer.Results().Single();
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("application/json"));
        Assert.That(added.ToJsonString(), Is.EqualTo((await _company.GetAsync($"collection_items/{added.Text("id")}.json")).Json["data"]!.ToJsonString()));
        Assert.That(added.Text("collection_id"), Is.EqualTo(_company["Water"]));
    }

    [Test]
    public async Task A_local_id_refers_to_what_was_added()
    {
        var results = (await _company.Operate(
            _company.AddPart("Weekend set", "Lamp", "part"),
            Update("bundle_items", Lid("part"), """{"quantity":4}"""),
            """{"op":"update","data":{"type":"bundle_items","lid":"part","attributes":{"position":9}}}""",
            Remove("bundle_items", Lid("part")))).Results();
        Assert.That(results.Select(result => result.Text("id")).Distinct().Count(), Is.EqualTo(1));
        var attributes = (await _company.GetAsync($"bundle_items/{results[0].Text("id")}")).Attributes();
        Assert.That(
            (attributes["quantity"]!.GetValue<int>(), attributes["position"]!.GetValue<int>(), attributes["archived"]!.GetValue<bool>()),
            Is.EqualTo((4, 9, true)));
    }

    [Test]
    public async Task What_is_added_and_removed_again_was_never_there()
    {
        var before = await _company.Total("collection_items");
        var results = (await _company.Operate(_company.AddCollectionItem("Boats", "Äpfelkorb", "a"), Remove("collection_items", Lid("a")))).Results();
        Assert.That(results[1].ToJsonString(), Is.EqualTo(results[0].ToJsonString()));
        Assert.That(await _company.CollectionsOf("Äpfelkorb"), Is.Empty);
        Assert.That(await _company.Total("collection_items"), Is.EqualTo(before));
    }

    [Test]
    public async Task A_local_id_means_the_id_that_an_implicit_item_keeps()
    {
        var results = (await _company.Operate(_company.AddCollectionItem("Water", "Kayak", "a"), Remove("collection_items", Lid("a")))).Results();
        Assert.That(results.Select(result => result.Text("id")), Is.All.EqualTo(_company["Water: Kayak"]));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), (Water), Boats, Featured"));
        Assert.That(await _company.ItemCount("Water"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_local_id_is_unique_within_its_type() =>
        Assert.That((await _company.Operate(
            _company.AddCollectionItem("Water", "Zelt", "1"), _company.AddPart("Weekend set", "Lamp", "1"),
            Remove("collection_items", Lid("1")))).Results()[2].Text("type"), Is.EqualTo("collection_items"));

    [TestCase("/bundle_items/")]
    [TestCase("/api/4/bundle_items/")]
    [TestCase("/api/boomerang/bundle_items/")]
    public async Task A_path_names_a_resource(string path)
    {
        var id = _company["Weekend set with Zelt"];
        var results = (await _company.Operate(
            $$$$$"""{"op":"update","href":"{{{{{path + id}}}}}","data":{"type":"bundle_items","id":"{{{{{id}}}}}","attributes":{"quantity":3}}}""",
            $$"""{"op":"remove","href":"{{path + id}}"}""",
            _company.AddPart("Weekend set", "Lamp").Replace("\"op\":\"add\"", "\"op\":\"add\",\"href\":\"/bundle_items\"", StringComparison.Ordinal))).Results();
        Assert.That(results[0]["attributes"]!["quantity"]!.GetValue<int>(), Is.EqualTo(3));
        Assert.That(results[1].Text("id"), Is.EqualTo(id));
        Assert.That(results[2]["attributes"]!.Text("product_group_id"), Is.EqualTo(_company["Lamp"]));
    }

    [Test]
    public async Task The_resource_object_alone_names_what_is_updated()
    {
        var id = _company["Weekend set with Zelt"];
        var results = (await _company.Operate($$$$$"""{"op":"update","data":{"type":"bundle_items","id":"{{{{{id}}}}}","attributes":{"quantity":3}}}""")).Results();
        Assert.That((results[0].Text("id"), results[0]["attributes"]!["quantity"]!.GetValue<int>()), Is.EqualTo((id, 3)));
    }

    [Test]
    public async Task Lists_keep_the_order_in_which_resources_were_added()
    {
        var results = (await _company.Operate(Enumerable.Range(0, 40).Select(_ => _company.AddPart("Éclair set", "Lamp")))).Results();
        var list = await _company.GetAsync($"bundle_items?filter[bundle_id]={_company["Éclair set"]}&filter[product_group_id]={_company["Lamp"]}&page[size]=100&sort=created_at");
        Assert.That(list.Json["data"]!.AsArray().Select(item => item!.Text("id")), Is.EqualTo(results.Select(result => result.Text("id"))));
    }

    [Test]
    public async Task Nothing_stays_when_the_last_of_many_fails()
    {
        var totals = (await _company.Total("collection_items"), await _company.Total("bundle_items"), await _company.ItemCount("Water"), await _company.ItemCount("Indoor"));
        var part = await _company.GetAsync($"bundle_items/{_company["Weekend set with Zelt"]}");
        var answer = await _company.Operate(
            Enumerable.Range(0, 60).Select(_ => _company.AddPart("Weekend set", "Lamp"))
                .Append(_company.AddCollectionItem("Water", "Zelt"))
                .Append(_company.AddCollectionItem("Water", "Kayak"))
                .Append(Remove("collection_items", Id(_company["Indoor: Lamp"])))
                .Append(Update("bundle_items", Id(_company["Weekend set with Zelt"]), """{"quantity":50}"""))
                .Append(_company.AddCollectionItem("Land", "Zelt")));
        Assert.That(answer.Status, Is.EqualTo(422));
        Assert.That(answer.Errors(), Is.EqualTo(new[] { "422 taken /atomic:operations/64/data/attributes/item_id: item_id has already been taken" }));
        Assert.That(answer.Json["errors"]![0]!["meta"]!["operation"]!.GetValue<int>(), Is.EqualTo(64));
        Assert.That(
            (await _company.Total("collection_items"), await _company.Total("bundle_items"), await _company.ItemCount("Water"), await _company.ItemCount("Indoor")),
            Is.EqualTo(totals));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
        Assert.That(await _company.CollectionsOf("Kayak"), Is.EqualTo("(Outdoor), (Water), Boats, Featured"));
        Assert.That((await _company.GetAsync($"bundle_items/{_company["Weekend set with Zelt"]}")).Body, Is.EqualTo(part.Body));
    }

    [Test]
    public async Task An_operation_sees_what_the_earlier_ones_did()
    {
        var twice = await _company.Operate(_company.AddCollectionItem("Water", "Zelt"), _company.AddCollectionItem("Water", "Zelt"));
        Assert.That(twice.Errors().Single(), Does.StartWith("422 taken /atomic:operations/1/data/attributes/item_id: "));
        var gone = await _company.Operate(Remove("collection_items", Id(_company["Land: Zelt"])), Remove("collection_items", Id(_company["Land: Zelt"])));
        Assert.That(gone.Errors().Single(), Does.StartWith("404  /atomic:operations/1: There is no resource"));
        var moved = await _company.Operate(Remove("collection_items", Id(_company["Land: Zelt"])), _company.AddCollectionItem("Land", "Zelt"));
        Assert.That(moved.Results()[1].Text("id"), Is.Not.EqualTo(_company["Land: Zelt"]));
    }

    [Test]
    public async Task Errors_of_several_operations_are_returned_together()
    {
        var answer = await _company.Operate(
            _company.AddCollectionItem("Water", "Zelt", "a"),
            Add("bundle_items", """{"quantity":"x","nope":1}""", "b"),
            Add("bundle_items", "{}", "c"),
            """{"op":"update","ref":{"type":"bundle_items","lid":"b"},"nope":1}""",
            Remove("bundle_items", Lid("b")),
            Remove("bundle_items", Lid("z")));
        Assert.That(answer.Errors(), Is.EqualTo(new[]
        {
            "400 type_error /atomic:operations/1/data/attributes/quantity: data.attributes.quantity should be a whole number of up to 32 bits",
            "400 unknown_attribute /atomic:operations/1/data/attributes/nope: data.attributes.nope is an unknown attribute",
            "422 blank /atomic:operations/2/data/attributes/bundle_id: bundle_id can't be blank",
            "422 blank /atomic:operations/2/data/attributes/product_group_id: product_group_id can't be blank",
            "400  /atomic:operations/3/nope: nope is an unknown member of an operation; known are op, ref, href, data.",
            "400  /atomic:operations/3: The operation has no data.",
            "400  /atomic:operations/5/ref/lid: No operation adds a resource of the type 'bundle_items' with the lid 'z'.",
        }));
        Assert.That(answer.Json["errors"]!.AsArray().Select(error => error!["meta"]!["operation"]!.GetValue<int>()), Is.EqualTo(new[] { 1, 1, 2, 2, 3, 3, 5 }));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
    }

    [Test]
    public async Task What_belongs_to_another_company_is_not_there()
    {
        var other = WriteServer.NewCompany();
        var foreign = await _company.Operate(
            _company.AddCollectionItem("Water", "Zelt"), Update("bundle_items", Id(other["Weekend set with Zelt"]), """{"quantity":3}"""));
        Assert.That(foreign.Errors().Single(), Does.StartWith("404  /atomic:operations/1: There is no resource of type 'bundle_items'"));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
    }

    [Test]
    public async Task Without_the_scope_write_nothing_is_written()
    {
        var reader = $"operations-reader-of-{_company.Number}";
        _company.SaveToken(reader, TokenScopes.Read);
        var answer = await _company.SendAsync(HttpMethod.Post, "operations", Body(_company.AddCollectionItem("Water", "Zelt")), request =>
        {
            Announce(request);
            request.Headers.Authorization = new("Bearer", reader);
        });
        Assert.That((answer.Status, answer.Json["errors"]![0]!.Text("code")), Is.EqualTo((403, "forbidden")));
        Assert.That(await _company.CollectionsOf("Zelt"), Is.EqualTo("(Outdoor), Land"));
    }

    [Test]
    public async Task Without_the_scope_read_results_are_ids_and_types()
    {
        var writer = $"operations-writer-of-{_company.Number}";
        _company.SaveToken(writer, TokenScopes.Write);
        var part = Id(_company["Weekend set with Zelt"]);
        var answer = await _company.SendAsync(HttpMethod.Post, "operations", Body(Update("bundle_items", part, """{"quantity":7}""")), request =>
        {
            Announce(request);
            request.Headers.Authorization = new("Bearer", writer);
        });
        Assert.That(answer.Body, Is.EqualTo(
            $$$"""{"atomic:results":[{"data":{"id":"{{{_company["Weekend set with Zelt"]}}}","type":"bundle_items"},"meta":{}}]}"""));
    }

    [Test]
    public async Task Five_hundred_operations_are_one_request()
    {
        var before = await _company.Total("bundle_items");
        var answer = await _company.Operate(Enumerable.Range(0, 500).Select(_ => _company.AddPart("Weekend set", "Lamp")));
        Assert.That(answer.Results(), Has.Length.EqualTo(500));
        Assert.That(await _company.Total("bundle_items"), Is.EqualTo(before + 500));
    }
}
