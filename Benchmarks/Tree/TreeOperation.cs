using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Benchmarks.Data;
using Benchmarks.Load;
using Microsoft.Data.Sqlite;
using Persistence.Sqlite;

namespace Benchmarks.Tree;

/// <summary>Something that is done one at a time and measured by how long it takes.</summary>
/// <param name="Code">As on the command line.</param>
/// <param name="Title">What it does.</param>
/// <param name="Rounds">How often it is measured, after the first time.</param>
/// <param name="Request">The request of a round.</param>
internal sealed record TreeOperation(string Code, string Title, int Rounds, Func<int, HttpRequestMessage> Request)
{
    internal const string Move = "M1", Sort = "M2", Delete = "D1";

    private const string Root = "/api/boomerang/";

    /// <summary>What the database of a server needs before each round.</summary>
    internal Action<string> Prepare { get; private init; } = _ => { };

    internal static List<TreeOperation> All(string database, string? cursor)
    {
        var ids = Ids(database, 1_000);
        List<TreeOperation> all =
        [
            new(Move, "move a collection of level 2 to another root", 6, round => Send(HttpMethod.Patch, "collections/" + TreeDataSet.Moved,
                Body("collections", TreeDataSet.Moved, new { parent_id = TreeDataSet.Parents[round % 2] }))),
            new(Delete, "delete a collection of level 2 that holds them", 3, _ => Send(HttpMethod.Delete, "collections/" + TreeDataSet.Deleted))
            {
                Prepare = TreeDataSet.Refill,
            },
            new(Sort, string.Create(CultureInfo.InvariantCulture, $"sort {ids.Length:N0} of its items"), 20, round =>
            {
                var order = ids.ToArray();
                new Random(round).Shuffle(order);
                return Send(HttpMethod.Post, "sortings", Body("sortings", null, new { type = "collection_items", ids = order }));
            }),
            new(Workload.SearchCode, Workload.SearchTitle, 20, _ => Send(HttpMethod.Post, Workload.SearchPath[Root.Length..], Workload.SearchBody)),
        ];
        if (cursor is not null)
            all.Add(new(Workload.CursorCode, Workload.CursorTitle, 20, _ => Send(HttpMethod.Get, Workload.PageAfter(cursor)[Root.Length..])));
        return all;
    }

    private static HttpRequestMessage Send(HttpMethod method, string path, string? body = null)
    {
        var request = new HttpRequestMessage(method, Root + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DataSet.Token);
        request.Headers.Accept.ParseAdd("application/vnd.api+json");
        if (body is not null)
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/vnd.api+json"));
        return request;
    }

    private static string Body(string type, string? id, object attributes) =>
        JsonSerializer.Serialize(id is null ? new { data = new { type, attributes } } : (object)new { data = new { type, id, attributes } });

    private static string[] Ids(string database, int count)
    {
        using var connection = new SqliteDatabase($"Data Source={database}").OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM collection_items WHERE collection_id = $collection ORDER BY item_id LIMIT $count";
        command.Parameters.AddWithValue("$collection", TreeDataSet.Moved);
        command.Parameters.AddWithValue("$count", count);
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return [.. ids];
    }
}
