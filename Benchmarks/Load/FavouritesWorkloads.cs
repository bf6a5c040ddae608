using Microsoft.Data.Sqlite;

namespace Benchmarks.Load;

/// <summary>What is asked of the favourites API: the one user's collection of 10,000 artworks.</summary>
internal static class FavouritesWorkloads
{
    private const string Items = "/api/v2/collection_items";

    /// <summary>Where the page before the 900th begins, 10 a page.</summary>
    private const int Before900 = 8_980;

    internal static List<Workload> All(SqliteConnection connection)
    {
        var (collection, user) = (One("SELECT id FROM user_collections"), One("SELECT id FROM users"));
        var query = $"collection_id={collection}&user_id={user}";
        var (items, artworks) = ($"{Items}?{query}", $"/api/v2/artworks?{query}");
        return
        [
            Reading("F1", "first page of a user's collection items", items),
            Staying("F1-900", "page 900 of them, by cursor: with one count", items),
            Walking("F2", "artworks of a user's collection of 10,000, by cursor to the end", artworks),
            Reading("F2-1", "page 1 of them", artworks),
            Staying("F2-900", "page 900 of them, by cursor", artworks),
            Writing(connection, collection, user),
        ];

        string One(string sql) => Workload.Ids(connection, sql)[0];
    }

    private static Workload Reading(string code, string title, string url)
    {
        byte[][] requests = [RequestSource.Request("GET", url, TargetApi.Favourites)];
        return new Workload(code, title, _ => new RotatingRequests(requests, 0)) { Api = TargetApi.Favourites, Urls = [url] };
    }

    private static Workload Walking(string code, string title, string list) =>
        new(code, title, connection => new CursorWalk(list, connection * 620)) { Api = TargetApi.Favourites, Urls = Pages(list) };

    private static Workload Staying(string code, string title, string list) =>
        new(code, title, _ => new CursorWalk(list, Before900, stays: true)) { Api = TargetApi.Favourites, Urls = Pages(list) };

    /// <summary>By offset, which both servers understand.</summary>
    private static string[] Pages(string list) => [list, $"{list}&offset=8990", $"{list}&offset=9990"];

    /// <summary>Artworks that are not in the collection yet.</summary>
    private static Workload Writing(SqliteConnection connection, string collection, string user)
    {
        const int Share = 16, Artworks = 40;
        var bodies = Workload.Ids(connection, $"""
            SELECT id FROM items WHERE kind = 'product_groups' AND show_in_store AND id NOT IN (SELECT artwork_id FROM user_collection_items)
            ORDER BY id LIMIT {Share * Artworks}
            """).ConvertAll(artwork => $$"""{"collection_id":"{{collection}}","user_id":"{{user}}","artwork_id":"{{artwork}}"}""").ToArray();
        byte[][] requests = [.. bodies.Select(body => RequestSource.Request("POST", Items, TargetApi.Favourites, body))];
        var delete = RequestSource.Request("DELETE", $"{Items}/{CreateAndDelete.CollectionItemId}", TargetApi.Favourites);
        return new Workload("F3", "add an artwork to that collection, then delete it",
            index => new CreateAndDelete(requests[(index * Artworks)..((index + 1) * Artworks)], delete))
        {
            Api = TargetApi.Favourites,
            Path = Items,
            Creates = bodies[..10],
        };
    }
}
