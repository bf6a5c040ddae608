using Benchmarks.Data;
using Benchmarks.Floor;
using Microsoft.Data.Sqlite;
using Persistence.Sqlite;

namespace Benchmarks.Load;

/// <summary>What is asked: the requests of each connection, and URLs on which both servers are compared first.</summary>
internal sealed record Workload(string Code, string Title, Func<int, RequestSource> Source)
{
    private const string Root = "/api/boomerang/";

    internal TargetApi Api { get; init; } = TargetApi.Store;

    /// <summary>Where <see cref="Creates"/> are sent.</summary>
    internal string Path { get; init; } = Items;

    /// <summary>GETs whose answers have to be equal.</summary>
    internal string[] Urls { get; init; } = [];

    /// <summary>Bodies of searches whose answers have to be equal.</summary>
    internal string[] Searches { get; private init; } = [];

    /// <summary>Bodies of POSTs whose answers, and those of the DELETEs after them, have to be equal.</summary>
    internal string[] Creates { get; init; } = [];

    internal const string Items = Root + "collection_items";

    internal const string CursorCode = "S2";
    internal const string CursorTitle = "unfiltered newest first, the page after a cursor in the middle";

    internal const string SearchCode = "S1";
    internal const string SearchTitle = "search product groups by nested conditions, newest first";
    internal const string SearchPath = Root + "product_groups/search";
    internal const string SearchBody = """
        {"filter":{"conditions":{"operator":"and","attributes":[{"show_in_store":true},{"operator":"or","attributes":[
        {"operator":"and","attributes":[{"base_price_in_cents":{"gte":80000}},{"buffer_time_before":7200}]},
        {"sku":{"prefix":"sku-0000"}}]}]}},"sort":"-created_at","page":{"size":25}}
        """;

    internal static List<Workload> All(string database)
    {
        using var connection = new SqliteDatabase($"Data Source={database}").OpenConnection();
        var collections = Ids(connection, $"""
            SELECT collection_id FROM collection_items GROUP BY collection_id HAVING count(*) = {CatalogTree.LargeLeafRows} ORDER BY collection_id
            """);
        var rows = Ids(connection, "SELECT id FROM collection_items WHERE rowid % 100 = 7 ORDER BY rowid");
        var lists = collections.ConvertAll(id => $"{Items}?filter[collection_id][eq]={id}&sort=position&page[size]=25");
        return
        [
            Reading("W1", "one collection's items by position, 25 a page", lists),
            Reading("W2", "as W1 with item and photo", lists.ConvertAll(url => url + "&include=item,item.photo")),
            Reading("W3", "implicit=false newest first, page 3, with total",
                [Items + "?filter[implicit][eq]=false&sort=-created_at&page[number]=3&page[size]=25&meta[total][]=count"]),
            Reading("W4", "one collection with its 100 items and photos", collections.ConvertAll(id =>
                $"{Root}collections/{id}?include=collection_items,collection_items.item,collection_items.item.photo")),
            Writing(connection),
            Reading("W6", "unfiltered newest first, page 400", [Items + "?sort=-created_at&page[number]=400&page[size]=25"]),
            Reading("W7", "one collection item by id", rows.ConvertAll(id => $"{Items}/{id}")),
            new(SearchCode, SearchTitle, _ => new RotatingRequests([RequestSource.Request("POST", SearchPath, TargetApi.Store, SearchBody)], 0))
            {
                Searches = [SearchBody],
            },
            Reading("P1", "product groups with products, properties and photo, 25 a page", [.. Enumerable.Range(1, 20)
                .Select(page => $"{Root}product_groups?include={ProductGroupReads.Include}&page[number]={page}&page[size]=25")]),
            .. FavouritesWorkloads.All(connection),
        ];
    }

    /// <summary>A page deep in all rows; the cursor is the real server's.</summary>
    internal static Workload Deep(string cursor) => Reading(CursorCode, CursorTitle, [PageAfter(cursor)]);

    internal static string PageAfter(string cursor) => $"{Items}?sort=-created_at&page[after]={cursor}&page[size]=25";

    private static Workload Reading(string code, string title, List<string> urls)
    {
        byte[][] requests = [.. urls.Select(url => RequestSource.Request("GET", url, TargetApi.Store))];
        return new Workload(code, title, connection => new RotatingRequests(requests, connection * 37 % requests.Length))
        {
            // Spread over all of them.
            Urls = [.. urls.Where((_, i) => i % Math.Max(1, urls.Count / 20) == 0)],
        };
    }

    /// <summary>Items that are in no collection yet, into leaves that the reading workloads do not ask for.</summary>
    private static Workload Writing(SqliteConnection connection)
    {
        const int Share = 16, Pairs = 40;
        var leaves = Ids(connection, $"""
            SELECT collection_id FROM collection_items JOIN collections ON collections.id = collection_id AND depth = 3
            GROUP BY collection_id HAVING count(*) < {CatalogTree.LargeLeafRows} ORDER BY collection_id
            """);
        var items = Ids(connection, "SELECT id FROM items WHERE id NOT IN (SELECT item_id FROM collection_items) ORDER BY id");
        var bodies = Enumerable.Range(0, Share * Pairs).Select(i => Body(leaves[i % leaves.Count], items[i])).ToArray();
        byte[][] requests = [.. bodies.Select(body => RequestSource.Request("POST", Items, TargetApi.Store, body))];
        var delete = RequestSource.Request("DELETE", $"{Items}/{CreateAndDelete.CollectionItemId}", TargetApi.Store);
        return new Workload("W5", "create a collection item, then delete it",
            index => new CreateAndDelete(requests[(index * Pairs)..((index + 1) * Pairs)], delete))
        {
            Creates = bodies[..10],
        };
    }

    private static string Body(string collection, string item) =>
        "{\"data\":{\"type\":\"collection_items\",\"attributes\":"
        + $$"""{"item_id":"{{item}}","collection_id":"{{collection}}"}""" + "}}";

    internal static List<string> Ids(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return ids;
    }
}
