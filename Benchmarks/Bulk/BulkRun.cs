using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Benchmarks.Data;
using Persistence.Sqlite;

namespace Benchmarks.Bulk;

/// <summary>
/// Operations that add many items to many collections and take them out again, one at a time: how long from the request to the end, and with
/// how many statements. There is no floor: the goal is a time.
/// </summary>
internal sealed class BulkRun(Options options)
{
    private const int Items = 20_000;
    private const int Collections = 10;
    private const int Rounds = 5;

    private static readonly int[] Targets = [1, 1_000, 10_000];

    internal async Task RunAsync()
    {
        var data = TreeDataSet.Build(Path.GetDirectoryName(Path.GetFullPath(options.Data))!, Items);
        using var server = await ServerProcess.StartAsync("server", DataSet.CopyFor(data, "server"));
        Console.WriteLine("""
            | operation | targets | collections | seconds, median | worst | statements |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """);
        foreach (var count in Targets)
        {
            var (adding, removing) = (new List<double>(), new List<double>());
            var statements = (Adding: 0L, Removing: 0L);
            var (items, leaves) = (Ids(data, "items", count), Ids(data, "collections WHERE depth = 3", Collections));
            for (var round = 0; round <= Rounds; round++)
            {
                statements.Adding = await MeasureAsync(server.Client, "add_entities", items, leaves, adding);
                statements.Removing = await MeasureAsync(server.Client, "remove_entities", items, leaves, removing);
            }
            Write("add_entities", count, adding, statements.Adding);
            Write("remove_entities", count, removing, statements.Removing);
        }
        DataSet.Delete(data);
    }

    /// <summary>Runs an operation to its end; returns its statements.</summary>
    private static async Task<long> MeasureAsync(HttpClient client, string action, string[] items, string[] collections, List<double> seconds)
    {
        var before = await StatementsAsync(client);
        var start = Stopwatch.GetTimestamp();
        var body = JsonSerializer.Serialize(new
        {
            data = new
            {
                type = "operations",
                attributes = new
                {
                    operation_data = new
                    {
                        type = "update_collections",
                        data = new { target_type = "product_groups", target_ids = items, action, collection_ids = collections },
                    },
                },
            },
        });
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/vnd.api+json"));
        var operation = await SendAsync(client, HttpMethod.Post, "", content);
        while (Status(operation) is not "finished")
        {
            if (Status(operation) == "failed")
                throw new InvalidDataException(operation.GetRawText());
            await Task.Delay(5);
            operation = await SendAsync(client, HttpMethod.Get, "/" + operation.GetProperty("id").GetString(), null);
        }
        seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        return await StatementsAsync(client) - before;
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, "/api/boomerang/operations" + path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DataSet.Token);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new InvalidDataException($"{method} {path} answered {response.StatusCode}: {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.GetProperty("data").Clone();
    }

    private static string? Status(JsonElement operation) => operation.GetProperty("attributes").GetProperty("status").GetString();

    private static async Task<long> StatementsAsync(HttpClient client) =>
        long.Parse(await client.GetStringAsync(new Uri(ServerStats.StatementsPath, UriKind.Relative)), CultureInfo.InvariantCulture);

    private static void Write(string action, int targets, List<double> seconds, long statements)
    {
        var sorted = seconds.Skip(1).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {action} | {targets:N0} | {Collections} | {sorted[sorted.Count / 2]:N2} | {sorted[^1]:N2} | {statements} |"));
    }

    private static string[] Ids(string database, string rows, int count)
    {
        using var connection = new SqliteDatabase($"Data Source={database}").OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id FROM {rows} ORDER BY id LIMIT $count";
        command.Parameters.AddWithValue("$count", count);
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return [.. ids];
    }
}
