using Api.Endpoints;
using Api.Favourites;
using Api.Http;
using Api.Security;
using Persistence.Accounts;

namespace Api.Setup;

/// <summary>What the favourites API is made of, beside what it shares with the store API.</summary>
internal static class FavouritesSetup
{
    internal static void AddFavourites(this IServiceCollection services)
    {
        services.AddSingleton<FavouritesAccounts>();
        services.AddSingleton<Callers>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<LoginLimiter>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton<FavouritesProfile>();
        services.AddSingleton<FavouritesRoutes>();
        services.AddSingleton<FavouritesLists>();
        services.AddSingleton<FavouritesEndpoints>();
        services.AddSingleton<ArtworkEndpoints>();
        services.AddSingleton<UserCollectionEndpoints>();
        services.AddSingleton<UserCollectionItemEndpoints>();
        services.AddSingleton<TokenEndpoints>();
    }

    internal static void MapFavourites(this WebApplication app)
    {
        app.Services.GetRequiredService<FavouritesEndpoints>().Map(app);
        app.Services.GetRequiredService<ArtworkEndpoints>().Map(app);
        app.Services.GetRequiredService<UserCollectionEndpoints>().Map(app);
        app.Services.GetRequiredService<UserCollectionItemEndpoints>().Map(app);
        app.Services.GetRequiredService<TokenEndpoints>().Map(app);
    }
}
