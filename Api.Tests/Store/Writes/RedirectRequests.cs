using Api.Tests.Support;

namespace Api.Tests.Store.Writes;

/// <summary>Redirects of a company.</summary>
internal static class RedirectRequests
{
    internal static Task<Answer> CreateRedirect(this TestCompany company, string from, string to) =>
        company.CreateItem("url_redirects", $$"""{"from_path":"{{from}}","to_path":"{{to}}"}""");

    /// <summary>All redirects, as <c>/old leads to /new</c>, in the order of their paths; but the one that the company is made with.</summary>
    internal static async Task<string[]> Redirects(this TestCompany company)
    {
        var list = await company.GetAsync("url_redirects?sort=from_path&page[size]=100&filter[from_path][not_eq]=/old-raft");
        return [.. list.Json["data"]!.AsArray().Select(row => $"{row!["attributes"]!["from_path"]} leads to {row["attributes"]!["to_path"]}")];
    }
}
