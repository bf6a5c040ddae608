using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Benchmarks.Data;

namespace Benchmarks.Load;

/// <summary>Both servers are asked the same and have to answer the same, or the comparison says nothing.</summary>
internal static class EqualityCheck
{
    // Links are a page's addresses, not its rows.
    private static readonly string[] IgnoredOfReads = ["links"];

    // Each server gives its own id and time to what it creates.
    private static readonly string[] IgnoredOfWrites = ["links", "id", "created_at", "updated_at"];

    internal static async Task RunAsync(ServerProcess first, ServerProcess second, Workload workload)
    {
        foreach (var url in workload.Urls)
            await CompareAsync(first, second, HttpMethod.Get, (url, url), null, IgnoredOfReads);
        foreach (var body in workload.Searches)
            await CompareAsync(first, second, HttpMethod.Post, (Workload.SearchPath, Workload.SearchPath), body, IgnoredOfReads);
        foreach (var body in workload.Creates)
        {
            var ids = await CompareAsync(first, second, HttpMethod.Post, (Workload.Items, Workload.Items), body, IgnoredOfWrites);
            await CompareAsync(first, second, HttpMethod.Delete,
                ($"{Workload.Items}/{ids.First}", $"{Workload.Items}/{ids.Second}"), null, IgnoredOfWrites);
        }
    }

    private static async Task<(string? First, string? Second)> CompareAsync(
        ServerProcess first, ServerProcess second, HttpMethod method, (string First, string Second) urls, string? body, string[] ignored)
    {
        using var left = await SendAsync(first, method, urls.First, body);
        using var right = await SendAsync(second, method, urls.Second, body);
        if (JsonDifference.Find(left.RootElement, right.RootElement, ignored) is { } difference)
            throw new InvalidDataException($"{method} {urls.First}\n{first.Name} / {second.Name} differ at {difference}");
        return (Id(left), Id(right));
    }

    private static async Task<JsonDocument> SendAsync(ServerProcess server, HttpMethod method, string url, string? body)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DataSet.Token);
        request.Headers.Accept.ParseAdd("application/vnd.api+json");
        if (body is not null)
            request.Content = new StringContent(body, new MediaTypeHeaderValue("application/vnd.api+json"));
        using var response = await server.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonDocument.Parse(text) : throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture, $"{server.Name} answered {(int)response.StatusCode} to {method} {url}: {text}"));
    }

    private static string? Id(JsonDocument document) =>
        document.RootElement.GetProperty("data") is { ValueKind: JsonValueKind.Object } data ? data.GetProperty("id").GetString() : null;
}
