using Api.Endpoints;
using Api.Http;
using Api.Setup;
using Microsoft.AspNetCore.HostFiltering;
using Persistence.Connections;

namespace Api;

/// <summary>The server, put together: settings, services, catalogue, endpoints.</summary>
public static class CatalogServer
{
    /// <summary>Builds the server and brings its catalogue up to date; the caller runs it.</summary>
    /// <param name="args">Settings, such as <c>--urls http://localhost:5080</c>.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddStore(CatalogSettings.Database(builder.Configuration), builder.Configuration);
        builder.Services.AddFavourites();
        builder.Services.AddHealth();
        builder.Services.AddCors();
        builder.Services.AddForwardedHeaders(builder.Configuration);
        // Hosts are checked here, with an error document; the framework's own check would answer with a page.
        builder.Services.PostConfigure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // A start that fails is reported once, by the program, not by the host's trace as well.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyReader.MaxBytes;
            // URLs that are too long are read, so that they can be answered with an error document.
            kestrel.Limits.MaxRequestLineSize = 16 * ApiMiddleware.MaxUrlLength;
            kestrel.Limits.MaxRequestBufferSize = 32 * ApiMiddleware.MaxUrlLength;
        });
        ServerAddresses.SetDefault(builder);

        var app = builder.Build();
        var demo = app.PrepareCatalog();
        app.UseForwardedHeadersOfProxies();
        app.UseStatusCodePages(ResponseWriter.WriteUnroutedAsync);
        app.UseMiddleware<RequestCheck>();
        app.UseCorsOfSettings();
        app.UseApi(app.Services.GetRequiredService<StoreProfile>());
        app.UseApi(app.Services.GetRequiredService<FavouritesProfile>());
        app.UseRouting();
        app.MapStore();
        app.MapFavourites();
        app.MapHealth();
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(
            demo is null ? StartupBanner.WithoutDemo(ServerAddresses.BaseUrl(app)) : StartupBanner.Text(ServerAddresses.BaseUrl(app), demo)));
        // Writing needs EF, which takes a second or two to get ready; the server listens before that.
        app.Lifetime.ApplicationStarted.Register(() => Task.Run(app.Services.GetRequiredService<CatalogDatabase>().WarmUpWrites));
        return app;
    }
}
