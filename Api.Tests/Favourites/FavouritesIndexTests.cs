using System.Text;
using Api.Favourites;
using Api.Http;
using Api.Security;
using Api.Tests.Support;
using Domain.Companies;
using Domain.Items;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Favourites;

/// <summary>
/// Pages of favourites are read from an index, from their cursor on.
/// </summary>
internal sealed class FavouritesIndexTests : IDisposable
{
    private static readonly Guid Some = new("11111111-1111-1111-1111-111111111111");
    private static readonly TenantScope Scope = new(Some, Some);
    private static readonly ApiContext Context = new(
        new FavouritesProfile(null!), FavouritesPaths.Root, new AnswerFormat("", null), new Caller(Scope, TokenScopes.None, []), [], 0);
    private static readonly FavouritesRequest Request = new(Context, new Parameters([]), "");
    private static readonly QueryPlanner Planner = new(new QueryLimits(), TestSigner.Fixed);

    private static readonly PropertyPath Artist = PropertyPath.From((ProductGroup group) => group.Artwork!.ArtistId);

    private readonly ExplainedCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [TestCase("collection_items", "collection_id=? AND rank", 3L)]
    [TestCase("artworks", "collection_id=? AND rank", 3L)]
    public void Collection_items_are_read_in_index_order(string list, string columns, long rank)
    {
        var query = list == "artworks" ? CollectionQueries.Artworks(Request, Some, Some, null) : CollectionQueries.Items(Request, Some, Some);
        var first = Explain(query, "");
        Assert.That(Reads(first), Is.All.StartsWith("SEARCH t0 ").And.All.Contains("collection_id=?"));
        Assert.That(Sorts(first), Is.EqualTo(1), string.Join('\n', first));
        Assert.That(first.FindIndex(IsOf("t1")), Is.InRange(0, first.FindIndex(IsOf("t0")) - 1), $"the collection is looked at once: {string.Join('\n', first)}");
        var later = Explain(query, Codec(query).Write([rank, Some.ToString()]));
        Assert.That(Reads(later), Has.Count.EqualTo(2).And.All.Contains(columns), string.Join('\n', later));
        Assert.That(Sorts(later), Is.EqualTo(1), string.Join('\n', later));
        Assert.That(later, Has.None.StartsWith("SCAN t"));
    }

    [Test]
    public void Artworks_and_collections_are_read_in_the_order_they_were_made()
    {
        var artworks = Explain(new FavouritesQuery(FavouritesCatalog.Artworks, Condition.Always), "");
        Assert.That(Reads(artworks).Single(), Does.Contain("kind=?"));
        Assert.That(Sorts(artworks), Is.EqualTo(1), string.Join('\n', artworks));
        var collections = Explain(CollectionQueries.Collections(Request, Some, isDefault: null, withPrivate: true), "");
        Assert.That(Reads(collections).Single(), Does.Contain("user_id=?"));
        Assert.That(Sorts(collections), Is.EqualTo(1), string.Join('\n', collections));
    }

    [Test]
    public void Artworks_of_an_artist_are_found_by_the_artist()
    {
        var steps = Explain(new FavouritesQuery(FavouritesCatalog.Artworks, Condition.Always).With(Artist, "artist_id", Some), "");
        Assert.That(steps, Has.Some.Contains("artist_id=?"), string.Join('\n', steps));
    }

    [Test]
    public void An_artist_is_one_row_found_by_the_artist()
    {
        var call = new FavouritesQuery(FavouritesCatalog.Artists, Condition.Always) { Id = Some.ToString() }.Fetch(Request);
        var plan = Planner.PlanOne(call.Definition, Operation.Fetch, call.Request!, Scope, Some, call.Options).TryGet(out var one) ? one : throw new AssertionException("no plan");
        var steps = _catalog.Explain(compiler => compiler.Single(plan));
        Assert.That(steps, Has.Some.Contains("artist_id=?").And.None.Contains("TEMP B-TREE"), string.Join('\n', steps));
    }

    [Test]
    public void Collection_items_from_the_last_one_are_read_in_the_same_index()
    {
        var query = CollectionQueries.Items(Request, Some, Some, isReversed: true);
        foreach (var steps in new[] { Explain(query, ""), Explain(query, Codec(query).Write([3L, Some.ToString()])) })
        {
            Assert.That(Reads(steps), Is.All.StartsWith("SEARCH t0 ").And.All.Contains("collection_id=?"), string.Join('\n', steps));
            Assert.That(Sorts(steps), Is.EqualTo(1), string.Join('\n', steps));
        }
    }

    [Test]
    public void The_item_of_an_artwork_is_found_by_the_artwork()
    {
        var steps = Explain(CollectionQueries.Items(Request, Some, Some, Some), "");
        Assert.That(Reads(steps).Single(), Does.Contain("collection_id=? AND artwork_id=?"), string.Join('\n', steps));
    }

    [Test]
    public void The_rows_before_a_page_are_counted_in_the_index()
    {
        var list = CollectionQueries.Items(Request, Some, Some).List(Request, Page(""));
        var rows = new ResultTable(list.Definition.Attributes.Length + 1);
        for (var column = 0; column < rows.Columns; column++)
            rows.Add(Encoding.UTF8.GetBytes(Some.ToString()));
        using var result = new QueryResult(1, 0);
        result.SetTable(0, rows);
        var plan = RowNumbers.PlanCount(Planned(list), result)!;
        var steps = _catalog.Explain(compiler => compiler.Numbers(plan, plan.Stats));
        Assert.That(Reads(steps).Single(), Does.Contain("USING COVERING INDEX").And.Contain("rank<?"), string.Join('\n', steps));
    }

    private static List<string> Reads(List<string> steps) => steps.FindAll(step => step.Contains(" t0 ", StringComparison.Ordinal));

    private static int Sorts(List<string> steps) => steps.Count(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));

    private static CursorCodec Codec(FavouritesQuery query) => Planned(query.List(Request, Page(""))).Page!.Cursor!.Codec;

    private static PageParameters Page(string cursor) => new(10, cursor, 0, false, false);

    private static Predicate<string> IsOf(string alias) => step => step.StartsWith($"SEARCH {alias} ", StringComparison.Ordinal);

    private static QueryPlan Planned(QueryCall call) =>
        Planner.PlanList(call.Definition, call.Request!, Scope, call.Options) is var planned && planned.TryGet(out var plan)
            ? plan
            : throw new AssertionException(string.Join('\n', planned.Errors.Select(error => error.Detail)));

    private List<string> Explain(FavouritesQuery query, string cursor)
    {
        var plan = Planned(query.List(Request, Page(cursor)));
        return _catalog.Explain(compiler => compiler.Page(plan, plan.Page!, 11));
    }
}
