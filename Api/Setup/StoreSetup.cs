using Api.Endpoints;
using Api.Favourites;
using Api.Http;
using Api.Operations;
using Api.Photos;
using Api.Resources;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;
using Microsoft.AspNetCore.ResponseCompression;
using Persistence.Accounts;
using Persistence.Connections;
using Persistence.Transactions;
using Persistence.Writes.Operations;
using Persistence.Writes.Photos;

namespace Api.Setup;

/// <summary>What the store API is made of.</summary>
internal static class StoreSetup
{
    internal static void AddStore(this IServiceCollection services, CatalogDatabase database, IConfiguration configuration)
    {
        services.AddSingleton(database);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(StoreCatalog.Create());
        services.AddSingleton(new QueryLimits());
        var limits = LimitSettings.Connections(configuration);
        // Reads and writes hold their thread until the database has answered: all of them at once leave threads for everything else.
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, limits.Readers + 1 + (2 * Environment.ProcessorCount)), ports);
        var connections = new ConnectionPool(database, limits);
        services.AddSingleton(_ => connections);
        services.AddSingleton<AccessTokenReader>();
        services.AddSingleton<StoreProfile>();
        services.AddSingleton<IPlanExecutor, SqlPlanExecutor>();
        services.AddSingleton(_ => new CursorSigner(ServerKeys.Provide(database, ServerKeys.Cursors)));
        services.AddSingleton<QueryPlanner>();
        services.AddSingleton<QueryPipeline>();
        services.AddSingleton<TransactionRunner>();
        services.AddSingleton<ITransactionRunner>(provider => provider.GetRequiredService<TransactionRunner>());
        services.AddSingleton(provider => new WriteCatalog(
            [provider.GetRequiredService<ResourceCatalog>(), FavouritesCatalog.Definitions],
            type => ActivatorUtilities.CreateInstance(provider, type)));
        services.AddSingleton<ResourceWritePlanner>();
        services.AddSingleton<WriteExecutor>();
        services.AddSingleton<WritePipeline>();
        services.AddSingleton<ResourceEndpoints>();
        services.AddSingleton<Preconditions>();
        services.AddSingleton<WriteEndpoints>();
        services.AddSingleton<ActionEndpoints>();
        services.AddSingleton<OperationsPlanner>();
        services.AddSingleton<OperationsEndpoint>();
        services.AddSingleton(new PublicUrl(configuration["PublicUrl"]));
        services.AddSingleton(Hosts.From(configuration));
        services.AddSingleton<CompanyReader>();
        services.AddResponseCompression();
        services.AddSingleton(provider => new DocumentCompression(
            provider.GetRequiredService<IResponseCompressionProvider>(), configuration.GetValue("Compression:Enabled", true)));
        services.AddSingleton(PhotoSettings.From(configuration, database));
        services.AddSingleton<PhotoWorkerProcess>();
        services.AddSingleton<PhotoVariants>();
        services.AddSingleton<PhotoFiles>();
        services.AddSingleton<IImageStore>(provider => provider.GetRequiredService<PhotoFiles>());
        services.AddSingleton<IImageFiles>(provider => provider.GetRequiredService<PhotoFiles>());
        services.AddSingleton<PhotoFileEndpoints>();
        services.AddSingleton<OperationSignal>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton(OperationSettings.From(configuration, database));
        services.AddSingleton<ArtifactFiles>();
        services.AddSingleton<ArtifactEndpoints>();
        services.AddSingleton<OperationExports>();
        services.AddHostedService<OperationWorker>();
    }

    /// <summary>Applies migrations and loads the demo where it is allowed; returns how to use it.</summary>
    internal static DemoAccess? PrepareCatalog(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<CatalogDatabase>();
        database.Migrate();
        return DemoCompany.EnsureLoaded(
            database, DemoSettings.From(app.Configuration), ServerAddresses.AreExposed(app), app.Services.GetRequiredService<TimeProvider>(), app.Logger);
    }

    internal static void MapStore(this WebApplication app)
    {
        app.Services.GetRequiredService<ResourceEndpoints>().Map(app);
        app.Services.GetRequiredService<WriteEndpoints>().Map(app);
        app.Services.GetRequiredService<ActionEndpoints>().Map(app);
        app.Services.GetRequiredService<PhotoFileEndpoints>().Map(app);
        app.Services.GetRequiredService<ArtifactEndpoints>().Map(app);
    }
}
