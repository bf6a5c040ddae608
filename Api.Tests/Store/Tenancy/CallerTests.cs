using System.Net.Http.Headers;
using Api.Security;
using Api.Tests.Support;
using Domain.Favourites;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using static Api.Tests.Store.Tenancy.TenancyServer;

namespace Api.Tests.Store.Tenancy;

/// <summary>Every endpoint that the server has, by callers who may not use it: a new endpoint is tried without an edit.</summary>
internal sealed class CallerTests
{
    /// <summary>Files under names that cannot be guessed, and health, need no token.</summary>
    private static readonly string[] Open = ["/photos/", "/artifacts/", "/health"];

    private static readonly string[] Prefixes = ["/api/4/", "/api/boomerang/"];

    private static IEnumerable<(string Method, string Path)> Endpoints() =>
        from endpoint in Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));

    private static IEnumerable<(string Method, string Path)> Store() =>
        Endpoints().Where(endpoint => Prefixes.Any(prefix => endpoint.Path.StartsWith(prefix, StringComparison.Ordinal)));

    [Test]
    public void Every_endpoint_belongs_to_an_api_or_needs_no_token() => Assert.That(
        Endpoints().Select(endpoint => endpoint.Path).Except(Store().Select(endpoint => endpoint.Path))
            .Where(path => !path.StartsWith("/api/v2", StringComparison.Ordinal) && !path.StartsWith("/oauth2/", StringComparison.Ordinal) && !Open.Any(path.StartsWith)),
        Is.Empty);

    [TestCase(null)]
    [TestCase("unknown")]
    [TestCase(ExpiredToken)]
    [TestCase(RevokedToken)]
    [TestCase("user")]
    [TestCase("application")]
    public async Task Who_has_no_token_of_the_store_sees_nothing(string? token)
    {
        token = token switch { "user" => FavouritesToken(hasUser: true), "application" => FavouritesToken(hasUser: false), _ => token };
        Assert.That(Store().Count(), Is.GreaterThan(50));
        foreach (var (method, path) in Store())
        {
            var answer = await AskAsync(method, path, token);
            Assert.That(answer.Status, Is.EqualTo(401), $"{method} {path}");
            Assert.That(answer.Body, Does.Not.Contain("mine").And.Not.Contain("theirs"));
            // The answer does not say what is there: it is the same at a path that is not.
            if (method != "HEAD")
                Assert.That(answer.Body, Is.EqualTo((await AskAsync("GET", "/api/4/nothing", token)).Body), $"{method} {path}");
        }
    }

    [Test]
    public async Task A_token_that_writes_gets_no_data()
    {
        foreach (var (method, path) in Store().Where(endpoint => endpoint.Method is "GET" || endpoint.Path.EndsWith("/search", StringComparison.Ordinal)))
        {
            var answer = await AskAsync(method, path, WriteToken);
            Assert.That(answer.Status, Is.EqualTo(403), $"{method} {path}");
            Assert.That(answer.Body, Does.Not.Contain("mine"));
        }
    }

    [Test]
    public async Task A_token_that_reads_changes_nothing()
    {
        var before = await EverythingAsync(Mine);
        foreach (var (method, path) in Store().Where(endpoint => endpoint.Method is not ("GET" or "HEAD") && !endpoint.Path.EndsWith("/search", StringComparison.Ordinal)))
            Assert.That((await AskAsync(method, path, ReadToken)).Status, Is.EqualTo(403), $"{method} {path}");
        Assert.That(await EverythingAsync(Mine), Is.EqualTo(before));
    }

    [TestCase(ExpiredToken)]
    [TestCase(RevokedToken)]
    [TestCase("unknown")]
    public async Task The_favourites_api_takes_no_bad_token_either(string token)
    {
        foreach (var (method, path) in Endpoints().Where(endpoint => endpoint.Path.StartsWith("/api/v2/", StringComparison.Ordinal) && !endpoint.Path.EndsWith("xapp_token", StringComparison.Ordinal)))
            if (!path.EndsWith("/status", StringComparison.Ordinal))
                Assert.That((await AskAsync(method, path, token)).Status, Is.EqualTo(401), $"{method} {path}");
    }

    private static Task<Answer> AskAsync(string method, string path, string? token)
    {
        var type = path.Split('/')[3..].FirstOrDefault() ?? "";
        var id = Catalog.Find(type) is { } definition ? TenancyRows.IdOf(Server, definition, Mine.Number) : Nobody;
        return Server.SendAsync(new HttpMethod(method), path.Replace("{id}", id, StringComparison.Ordinal), method is "POST" or "PUT" or "PATCH" ? "{}" : null, request =>
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token));
    }

    private static string FavouritesToken(bool hasUser)
    {
        var token = AccessTokens.Create();
        using var context = Server.Database.CreateContext();
        var company = TenancyRows.CompanyId(Mine.Number);
        var user = hasUser ? User.Create(company, "ann", "ann@example.com", null, DateTimeOffset.UnixEpoch) : null;
        if (user is not null)
            context.Add(user);
        context.Add(new FavouritesToken { Hash = AccessTokens.Hash(token), CompanyId = company, UserId = user?.Id, CreatedAt = DateTimeOffset.UnixEpoch });
        context.SaveChanges();
        return token;
    }
}
