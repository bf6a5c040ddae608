using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>A user with a token who speaks to the favourites API; paths follow <c>/api/v2/</c>.</summary>
internal sealed class UserClient
{
    private const string Form = "application/x-www-form-urlencoded";

    internal UserClient(FavouritesData company, string name)
    {
        Company = company;
        Id = company.User(name);
        Token = company.Token(Id);
        Saved = company.DefaultCollection(Id);
    }

    internal FavouritesData Company { get; }

    internal Guid Id { get; }

    internal string Token { get; }

    /// <summary>The default collection.</summary>
    internal Guid Saved { get; }

    internal Task<Answer> GetAsync(string path) => SendAsync("GET " + Path(path), Token);

    internal Task<Answer> PostAsync(string path, string form) => SendAsync("POST " + Path(path), Token, form, Form);

    internal Task<Answer> PutAsync(string path, string form) => SendAsync("PUT " + Path(path), Token, form, Form);

    internal Task<Answer> DeleteAsync(string path) => SendAsync("DELETE " + Path(path), Token);

    internal async Task<JsonNode> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        return answer.Json;
    }

    /// <summary>The path of the items of a collection.</summary>
    internal string Items(Guid collection) => $"collection_items?collection_id={collection}&user_id={Id}";

    internal string Artworks(Guid collection) => $"artworks?collection_id={collection}&user_id={Id}";

    /// <summary>Adds an artwork at the end of a collection and returns the id of the new item.</summary>
    internal async Task<string> AddAsync(Guid collection, Guid artwork)
    {
        var answer = await PostAsync(Items(collection), $"artwork_id={artwork}");
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        return answer.Json["id"]!.GetValue<string>();
    }

    /// <summary>The path behind <c>/api/v2/</c>, or an address that a document gave.</summary>
    private static string Path(string path) => path.StartsWith(BaseUrl, StringComparison.Ordinal) ? path[BaseUrl.Length..] : "/api/v2/" + path;
}

/// <summary>What tests ask documents of the favourites API.</summary>
internal static class HalDocuments
{
    internal static string Link(this JsonNode document, string relation) => document["_links"]![relation]!["href"]!.GetValue<string>();

    internal static string? LinkOrNull(this JsonNode document, string relation) => document["_links"]![relation]?["href"]!.GetValue<string>();

    internal static JsonArray Embedded(this JsonNode document, string relation) => document["_embedded"]![relation]!.AsArray();

    internal static string Id(this JsonNode resource) => resource["id"]!.GetValue<string>();

    internal static string[] Ids(this JsonNode document, string relation) => [.. document.Embedded(relation).Select(resource => resource!.Id())];

    internal static (int, string) Refusal(this Answer answer) => (answer.Status, answer.Json["message"]!.GetValue<string>());

    /// <summary>The parameters that are wrong, with what is wrong with them.</summary>
    internal static string Errors(this Answer answer)
    {
        Assert.That((answer.Status, answer.Json["type"]!.GetValue<string>()), Is.EqualTo((400, "param_error")), answer.Body);
        return answer.Json["detail"]!.ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal);
    }
}
