using Domain.Companies;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Persistence.Sqlite;
using SQLitePCL;

namespace Benchmarks.Floor;

/// <summary>
/// The least that can be done for the workloads' answers: prepared statements, columns copied into
/// <see cref="System.Text.Json.Utf8JsonWriter"/> straight into the response. What the real server is measured against.
/// </summary>
internal sealed class FloorServer : IDisposable
{
    private readonly ConnectionPool _connections;
    private readonly Callers _callers;
    private readonly Writes _writes;
    private readonly TreeWrites _tree;
    private readonly FavouritesFloor _favourites;

    private FloorServer(SqliteDatabase database)
    {
        _connections = new ConnectionPool(database);
        _callers = new Callers(database);
        _writes = new Writes(database);
        _tree = new TreeWrites(database);
        _favourites = new FavouritesFloor(database);
    }

    internal static WebApplication Build(string urls, string path)
    {
        PrepareSqlite();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(urls).ConfigureKestrel(options => options.AddServerHeader = false);
        // No request here waits for anything but SQLite, so nothing is won by handing it to another thread.
        builder.Services.Configure<SocketTransportOptions>(options => options.UnsafePreferInlineScheduling = true);
        var app = builder.Build();
        var floor = new FloorServer(new SqliteDatabase($"Data Source={path}"));
        app.Lifetime.ApplicationStopped.Register(floor.Dispose);
        floor.Map(app);
        return app;
    }

    /// <summary>Every connection is used by one thread at a time: SQLite need not lock each of its calls. Before any connection.</summary>
    private static void PrepareSqlite()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_shutdown();
        if (raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD) != raw.SQLITE_OK || raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0) != raw.SQLITE_OK)
            throw new InvalidOperationException("SQLite was in use before it was set up.");
        _ = raw.sqlite3_initialize();
    }

    public void Dispose()
    {
        _writes.Dispose();
        _favourites.Dispose();
    }

    private void Map(WebApplication app)
    {
        app.MapGet("/api/boomerang/collection_items", context => Read(context, static (connection, company, http) =>
            Reads.List(connection, company, http)));
        app.MapGet("/api/boomerang/collection_items/{id}", context => Read(context, static (connection, company, http) =>
            Reads.CollectionItem(connection, company, (string)http.RouteValues["id"]!)));
        app.MapGet("/api/boomerang/collections/{id}", context => Read(context, static (connection, company, http) =>
            Reads.Collection(connection, company, http, (string)http.RouteValues["id"]!)));
        app.MapGet("/api/boomerang/product_groups", context => Read(context, static (connection, company, http) =>
            ProductGroupReads.List(connection, company, http)));
        app.MapPost("/api/boomerang/product_groups/search", SearchAsync);
        app.MapPatch("/api/boomerang/collections/{id}", context => Write(context, _tree.MoveAsync));
        app.MapDelete("/api/boomerang/collections/{id}", context => Write(context, _tree.DeleteAsync));
        app.MapPost("/api/boomerang/sortings", context => Write(context, _tree.SortAsync));
        app.MapPost("/api/boomerang/collection_items", context => Write(context, _writes.CreateAsync));
        app.MapDelete("/api/boomerang/collection_items/{id}", context => Write(context, _writes.DeleteAsync));
        _favourites.Map(app);
        ServerStats.Map(app);
    }

    private async Task SearchAsync(HttpContext context)
    {
        var body = new byte[(int)context.Request.ContentLength!];
        await context.Request.Body.ReadExactlyAsync(body);
        await Read(context, (connection, company, _) => Reads.Search(connection, company, body));
    }

    private Task Read(HttpContext context, Func<FloorConnection, byte[], HttpRequest, int> answer)
    {
        if (_callers.CompanyOf(context.Request.Headers.Authorization, TokenScopes.Read) is not { } company)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var connection = _connections.Rent();
        var response = context.Response;
        response.ContentType = "application/vnd.api+json";
        connection.Writer.Reset(response.BodyWriter);
        response.StatusCode = answer(connection, company, context.Request);
        connection.Writer.Flush();
        connection.Included.ResetWrittenCount();
        connection.IncludedWriter.Reset();
        connection.Seen.Clear();
        _connections.Return(connection);
        return Task.CompletedTask;
    }

    private Task Write(HttpContext context, Func<HttpContext, byte[], Task> answer)
    {
        if (_callers.CompanyOf(context.Request.Headers.Authorization, TokenScopes.Write) is { } company)
            return answer(context, company);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
