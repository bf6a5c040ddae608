using System.Text;
using System.Text.Json.Nodes;
using Api.Favourites;
using Api.Resources;
using Api.Tests.Support;
using Domain.Favourites;
using Domain.Items;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering;
using JsonApi.Rendering.Hal;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>HAL documents of one collection with three items, two of whose artworks have a photo.</summary>
internal sealed class HalRendererTests
{
    private const string Address = "http://server/collection_items";

    private static readonly Guid Company = Guid.NewGuid();
    private static readonly Guid CollectionId = new("cccccccc-cccc-cccc-cccc-cccccccccccc");
    private static readonly DateTimeOffset Created = new(2024, 2, 29, 23, 59, 58, 987, TimeSpan.Zero);

    private static readonly HalResource Titles = new HalResource("artworks").Attributes("title");
    private static readonly HalResource Positions = new HalResource("collection_items").Number("position");

    [Test]
    public async Task A_list_has_a_count_links_and_its_resources() =>
        Assert.That(await ListAsync(Positions, "sort=x"), Is.EqualTo(
            $$$$"""{"total_count":null,"_links":{"self":{"href":"{{{{Address}}}}?sort=x"}},"_embedded":{"collection_items":"""
            + """[{"position":1,"_links":{}},{"position":2,"_links":{}},{"position":3,"_links":{}}]}}"""));

    [Test]
    public async Task An_empty_list_has_an_empty_array() =>
        Assert.That(await ListAsync(Positions, skip: 3), Does.EndWith("""},"_embedded":{"collection_items":[]}}"""));

    [TestCase(false, "null")]
    [TestCase(true, "3")]
    public async Task The_total_is_written_where_it_is_counted(bool isCounted, string total) =>
        Assert.That(await ListAsync(Positions, size: 1, isCounted: isCounted), Does.StartWith($$"""{"total_count":{{total}},"_links":"""));

    [TestCase(1, "1", "2", "3")]
    [TestCase(2, "1 2", "3")]
    [TestCase(3, "1 2 3")]
    public async Task Next_is_a_cursor_where_there_are_more_rows_and_positions_count_on(int size, params string[] pages)
    {
        var query = $"offset=7&size={size}";
        string? cursor = null;
        foreach (var page in pages)
        {
            var document = JsonNode.Parse(await ListAsync(Positions, query, size, cursor: cursor))!;
            Assert.That(Numbers(document), Is.EqualTo(page));
            var next = document["_links"]!["next"]?["href"]!.GetValue<string>();
            Assert.That(next is null, Is.EqualTo(page == pages[^1]));
            if (next is null)
                return;
            Assert.That(next, Does.StartWith($"{Address}?size={size}&cursor=").And.Not.Contain("offset"));
            query = next[(Address.Length + 1)..];
            cursor = query.Split("cursor=")[1];
        }
    }

    [Test]
    public async Task Positions_count_the_rows_that_are_skipped() =>
        Assert.That(Numbers(JsonNode.Parse(await ListAsync(Positions, skip: 1))!), Is.EqualTo("2 3"));

    [Test]
    public async Task One_resource_has_its_position_in_its_list() =>
        Assert.That(await OneAsync(FavouritesCatalog.Items.Definition, Positions, Items[1].Id), Is.EqualTo("""{"position":2,"_links":{}}"""));

    [Test]
    public async Task Datetimes_are_without_fractions() =>
        Assert.That(await OneAsync(FavouritesCatalog.Items.Definition, new HalResource("collection_items").Attributes("created_at"), Items[0].Id),
            Is.EqualTo("""{"created_at":"2024-02-29T23:59:58+00:00","_links":{}}"""));

    [Test]
    public async Task A_datetime_may_be_null() =>
        Assert.That(await OneAsync(StoreCatalog.Create().Find("product_groups")!, new HalResource("product_groups").Attributes("archived_at"), Items[0].ArtworkId),
            Is.EqualTo("""{"archived_at":null,"_links":{}}"""));

    [Test]
    public async Task Attributes_fill_the_templates_of_links()
    {
        var hal = new HalResource("collection_items").Link("self", "/c/{collection_id}/i/{id}?x").Link("artwork", "{artwork_id}");
        Assert.That(await OneAsync(FavouritesCatalog.Items.Definition, hal, Items[0].Id), Is.EqualTo(
            $$$$"""{"_links":{"self":{"href":"http://server/c/{{{{CollectionId}}}}/i/{{{{Items[0].Id}}}}?x"},"artwork":{"href":"{{{{Items[0].ArtworkId}}}}"}}}"""));
    }

    [TestCase(0, "http://server/pictures/large.jpg")]
    [TestCase(1, "//elsewhere/large.jpg")]
    public async Task A_url_kept_as_a_path_begins_with_the_address_of_the_server(int item, string url)
    {
        var hal = new HalResource("artworks").Attributes("thumbnail_url").Link("thumbnail", "{thumbnail_url}").Link("permalink", "{permalink}");
        Assert.That(await OneAsync(FavouritesCatalog.Artworks.Definition, hal, Items[item].ArtworkId), Is.EqualTo(
            $$$$"""{"thumbnail_url":"{{{{url}}}}","_links":{"thumbnail":{"href":"{{{{url}}}}"},"permalink":{"href":"/no\"url"}}}"""));
    }

    [Test]
    public async Task A_link_with_an_attribute_that_is_null_is_left_out()
    {
        var hal = new HalResource("artworks").Link("thumbnail", "{thumbnail_url}").Link("self", "/{id}").Link("both", "/{id}/{image_url}").Link("last", "/{slug}");
        Assert.That(await OneAsync(FavouritesCatalog.Artworks.Definition, hal, Items[2].ArtworkId), Is.EqualTo(
            $$$$"""{"_links":{"self":{"href":"http://server/{{{{Items[2].ArtworkId}}}}"},"last":{"href":"http://server/slug2"}}}"""));
    }

    [Test]
    public async Task Attributes_that_are_null_and_computed_members_are_in_the_given_order()
    {
        var hal = new HalResource("artworks").Attributes("medium")
            .Computed("size", (json, row) => json.Number("height", row.Number("height")).Number("depth", row.Number("depth")).Close()).Attributes("slug");
        Assert.That(await OneAsync(FavouritesCatalog.Artworks.Definition, hal, Items[0].ArtworkId), Is.EqualTo(
            """{"medium":null,"size":{"height":2.5,"depth":null},"slug":"slug0","_links":{}}"""));
    }

    [Test]
    public async Task A_list_of_items_is_answered_with_their_artworks_in_the_order_of_the_items() =>
        Assert.That(await ListAsync(Titles), Does.EndWith(
            ""","_embedded":{"artworks":[{"title":"A \"0\"\n\\","_links":{}},{"title":"A \"1\"\n\\","_links":{}},{"title":"A \"2\"\n\\","_links":{}}]}}"""));

    [Test]
    public void A_plan_without_the_resource_of_the_answer_is_refused() =>
        Assert.That(() => OneAsync(FavouritesCatalog.Collections.Definition, Titles, CollectionId), Throws.InvalidOperationException.With.Message.Contain("artworks"));

    private static readonly UserCollection Collection = new() { CompanyId = Company, Id = CollectionId, UserId = Guid.NewGuid(), Name = "C" };

    private static readonly List<UserCollectionItem> Items =
    [
        Item(0, new Photo { Id = Guid.NewGuid(), LargeUrl = "/pictures/large.jpg", OriginalUrl = "/o", XlargeUrl = "x" }),
        Item(1, new Photo { Id = Guid.NewGuid(), LargeUrl = "//elsewhere/large.jpg", OriginalUrl = "/o", XlargeUrl = "x" }),
        Item(2, null),
    ];

    private static UserCollectionItem Item(int at, Photo? photo)
    {
        var artwork = new ProductGroup { CompanyId = Company, Id = Guid.NewGuid(), Name = $"A \"{at}\"\n\\", Slug = $"slug{at}", Photo = photo, PhotoId = photo?.Id };
        artwork.Artwork = new ArtworkDetails { CompanyId = Company, ItemId = artwork.Id, ArtistName = "N", HeightMillimetres = 2.5, Permalink = "/no\"url" };
        return new UserCollectionItem
        {
            CompanyId = Company, Id = Guid.NewGuid(), CreatedAt = Created, CollectionId = CollectionId, Collection = Collection, UserId = Collection.UserId,
            ArtworkId = artwork.Id, Artwork = artwork, Rank = at * 10, Visible = true,
        };
    }

    private static Task<string> OneAsync(ResourceDefinition rows, HalResource hal, Guid id) =>
        RunAsync(Call(rows, hal, Operation.Fetch, QueryRequest.Empty) with { Id = id.ToString() });

    /// <summary>A page of the items of the collection.</summary>
    private static Task<string> ListAsync(HalResource hal, string query = "", int size = 9, bool isCounted = false, string? cursor = null, int skip = 0)
    {
        var request = new QueryRequest { PageSize = new NameTerm($"{size}", "size", -1), PageAfter = new NameTerm(cursor ?? "", "cursor", -1) };
        if (hal == Titles)
            request.Include = [new NameTerm("artwork", "include", -1)];
        if (isCounted)
            request.Stats.Add(new StatTerm("meta", "total", "count", "total_count", -1));
        var call = Call(FavouritesCatalog.Items.Definition, hal, Operation.List, request);
        return RunAsync(call with { Address = new RequestAddress(call.BaseUrl, "/collection_items", query), Options = call.Options with { Skip = skip } });
    }

    private static QueryCall Call(ResourceDefinition rows, HalResource hal, Operation operation, QueryRequest request) =>
        new(rows, operation, new TenantScope(Company))
        {
            Request = request,
            Renderer = new HalRenderer(hal),
            BaseUrl = Encoding.UTF8.GetBytes("http://server"),
            Options = new ReadOptions { NumbersRows = hal == Positions },
        };

    private static async Task<string> RunAsync(QueryCall call)
    {
        var lists = new Dictionary<Type, IReadOnlyList<object>>
        {
            [typeof(UserCollection)] = [Collection],
            [typeof(UserCollectionItem)] = [Items[2], Items[0], Items[1]],
            [typeof(ProductGroup)] = [.. Items.Select(item => item.Artwork!)],
        };
        var pipeline = new QueryPipeline(new QueryPlanner(new QueryLimits(), TestSigner.Fixed), new InMemoryPlanExecutor(lists));
        var answer = await pipeline.RunAsync(call, CancellationToken.None);
        Assert.That(answer.Document.TryGet(out var document), string.Join(" ", answer.Document.Errors.Select(error => error.Detail)));
        using (document)
            return Encoding.UTF8.GetString(document!.Written.Span);
    }

    private static string Numbers(JsonNode document) =>
        string.Join(' ', document["_embedded"]!["collection_items"]!.AsArray().Select(item => item!["position"]));
}
