using System.Net.Http.Headers;
using System.Text.Json;
using Benchmarks.Data;

namespace Benchmarks.Load;

/// <summary>A cursor deep in the newest collection items, as a client gets it: by following links.</summary>
internal static class DeepCursor
{
    private const int PageSize = 100;

    internal static async Task<string> FindAsync(ServerProcess server, int depth)
    {
        var url = $"{Workload.Items}?sort=-created_at&page[size]={PageSize}&page[after]=";
        for (var row = 0; row < depth; row += PageSize)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", DataSet.Token);
            using var response = await server.Client.SendAsync(request);
            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            url = document.RootElement.GetProperty("links").GetProperty("next").GetString()!;
        }
        const string Name = "page[after]=";
        var query = Uri.UnescapeDataString(url);
        var start = query.IndexOf(Name, StringComparison.Ordinal) + Name.Length;
        return query[start..(query.IndexOf('&', start) is > 0 and var end ? end : query.Length)];
    }
}
