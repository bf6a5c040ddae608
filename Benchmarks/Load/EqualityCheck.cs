using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Benchmarks.Load;

/// <summary>Both servers are asked the same and have to answer the same, or the comparison says nothing.</summary>
internal static class EqualityCheck
{
    internal static async Task RunAsync(ServerProcess first, ServerProcess second, Workload workload)
    {
        var api = workload.Api;
        foreach (var url in workload.Urls)
            await CompareAsync(HttpMethod.Get, (url, url), null, api.IgnoredOfReads);
        foreach (var body in workload.Searches)
            await CompareAsync(HttpMethod.Post, (Workload.SearchPath, Workload.SearchPath), body, api.IgnoredOfReads);
        foreach (var body in workload.Creates)
        {
            var ids = await CompareAsync(HttpMethod.Post, (workload.Path, workload.Path), body, api.IgnoredOfWrites);
            await CompareAsync(HttpMethod.Delete, ($"{workload.Path}/{ids.First}", $"{workload.Path}/{ids.Second}"), null, api.IgnoredOfWrites);
        }

        async Task<(string? First, string? Second)> CompareAsync(HttpMethod method, (string First, string Second) urls, string? body, string[] ignored)
        {
            using var left = await SendAsync(first, api, method, urls.First, body);
            using var right = await SendAsync(second, api, method, urls.Second, body);
            if (JsonDifference.Find(left.RootElement, right.RootElement, ignored) is { } difference)
                throw new InvalidDataException($"{method} {urls.First}\n{first.Name} / {second.Name} differ at {difference}");
            return (Id(left), Id(right));
        }
    }

    private static async Task<JsonDocument> SendAsync(ServerProcess server, TargetApi api, HttpMethod method, string url, string? body)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", api.Token);
        // Links hold the host: without the port both servers have the same.
        request.Headers.Host = "127.0.0.1";
        request.Headers.Accept.ParseAdd(api.MediaType);
        if (body is not null)
            request.Content = new StringContent(body, new MediaTypeHeaderValue(api.MediaType));
        using var response = await server.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonDocument.Parse(text) : throw new InvalidDataException(string.Create(
            CultureInfo.InvariantCulture, $"{server.Name} answered {(int)response.StatusCode} to {method} {url}: {text}"));
    }

    private static string? Id(JsonDocument document) =>
        (document.RootElement.TryGetProperty("data", out var data) ? data : document.RootElement) is { ValueKind: JsonValueKind.Object } resource
            && resource.TryGetProperty("id", out var id) ? id.GetString() : null;
}
