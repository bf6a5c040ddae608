using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Persistence.Sqlite;

namespace Benchmarks.Floor;

/// <summary>Company and user as stored.</summary>
internal sealed record FavouritesCaller(byte[] Company, byte[] User);

/// <summary>The floor of the favourites API: the same answers, straight from prepared statements.</summary>
internal sealed class FavouritesFloor(SqliteDatabase database) : IDisposable
{
    private readonly ConcurrentBag<FavouritesStatements> _idle = [];
    private readonly ConcurrentDictionary<string, FavouritesCaller> _known = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);

    internal void Map(WebApplication app)
    {
        app.MapGet(HalDocuments.Root + "/collection_items", context => ListAsync(context, isOfArtworks: false));
        app.MapGet(HalDocuments.Root + "/artworks", context => ListAsync(context, isOfArtworks: true));
        app.MapPost(HalDocuments.Root + "/collection_items", AddAsync);
        app.MapDelete(HalDocuments.Root + "/collection_items/{id}", DeleteAsync);
    }

    public void Dispose() => _turn.Dispose();

    private Task ListAsync(HttpContext http, bool isOfArtworks)
    {
        var query = http.Request.QueryString.Value ?? "";
        if (CallerOf(http) is not { } caller || FavouritesRequest.Read(query) is not { } request)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        Answer(http, statements =>
        {
            statements.List(caller, request, Server(http), query, isOfArtworks);
            return StatusCodes.Status200OK;
        });
        return Task.CompletedTask;
    }

    private async Task AddAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var (collection, artwork) = (body.RootElement.GetProperty("collection_id").GetString()!, body.RootElement.GetProperty("artwork_id").GetString()!);
        await WriteAsync(http, (statements, caller) =>
        {
            if (statements.Add(caller, collection, artwork, Server(http)) is not { } id)
                return StatusCodes.Status400BadRequest;
            http.Response.Headers.Location =
                $"{Server(http)}{HalDocuments.Root}/collection_items/{id}?collection_id={collection}&user_id={Encoding.ASCII.GetString(caller.User)}";
            return StatusCodes.Status201Created;
        });
    }

    private Task DeleteAsync(HttpContext http) => WriteAsync(http, (statements, caller) =>
        statements.Delete(caller, (string)http.Request.RouteValues["id"]!, Server(http)) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);

    private async Task WriteAsync(HttpContext http, Func<FavouritesStatements, FavouritesCaller, int> write)
    {
        if (CallerOf(http) is not { } caller)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        // SQLite has one writer: requests queue here instead of on its busy timeout.
        await _turn.WaitAsync();
        try
        {
            Answer(http, statements => write(statements, caller));
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Answer(HttpContext http, Func<FavouritesStatements, int> answer)
    {
        var statements = _idle.TryTake(out var idle) ? idle : new FavouritesStatements(new FloorConnection(database));
        http.Response.ContentType = "application/hal+json";
        http.Response.StatusCode = answer(statements);
        if (http.Response.StatusCode < StatusCodes.Status300MultipleChoices)
            http.Response.BodyWriter.Write(statements.Answer);
        _idle.Add(statements);
    }

    private static string Server(HttpContext http) => "http://" + http.Request.Host.Value;

    /// <summary>Hashed and looked up once: what a token is good for does not change here.</summary>
    private FavouritesCaller? CallerOf(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (_known.TryGetValue(header, out var known))
            return known;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(header["Bearer ".Length..]));
        using var context = database.CreateContext();
        return context.FavouritesTokens.FirstOrDefault(token => token.Hash == hash && token.RevokedAt == null) is { UserId: { } user } row
            ? _known[header] = new FavouritesCaller(Encoding.ASCII.GetBytes(row.CompanyId.ToString("D")), Encoding.ASCII.GetBytes(user.ToString("D")))
            : null;
    }
}
