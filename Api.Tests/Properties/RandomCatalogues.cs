using System.Text;
using Api.Resources;
using Api.Tests.Support;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering.JsonApi;
using Persistence.Connections;
using Persistence.Sqlite;
using Persistence.Transactions;

namespace Api.Tests.Properties;

/// <summary>Several random catalogues in one database, and the same in lists; read through the pipeline.</summary>
internal sealed class RandomCatalogues : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-properties-").FullName;
    private readonly SqliteDatabase _database;
    private readonly ConnectionPool _connections;
    private readonly SqlPlanExecutor _sql;
    private readonly List<RandomCatalogue> _all = [];

    internal RandomCatalogues(int count)
    {
        _database = new SqliteDatabase($"Data Source={Path.Combine(_folder, "catalog.db")}");
        _database.Migrate();
        for (var seed = 0; seed < count; seed++)
            _all.Add(RandomCatalogue.Create(seed, _database));
        _connections = new ConnectionPool(_database);
        _sql = new SqlPlanExecutor(_connections);
    }

    internal ResourceCatalog Definitions { get; } = StoreCatalog.Create();

    internal QueryCase Make(int seed) => Random(seed).Make();

    internal RandomQuery Random(int seed) => new(Definitions, _all, seed);

    /// <summary>The document, or the error document, by the compiled SQL.</summary>
    internal string FromDatabase(QueryCase query) => Run(query, _sql);

    /// <summary>The document, or the error document, by the naive lists.</summary>
    internal string FromLists(QueryCase query) => Run(query, new InMemoryPlanExecutor(_all[query.Catalogue].Lists));

    /// <summary>The ids of a list with options that no query text has: by SQL, and by the lists.</summary>
    internal (List<string> Database, List<string> Lists) Ids(QueryCase query, ReadOptions options)
    {
        var request = QueryStringParser.Parse(query.Query, []);
        var planned = new QueryPlanner(new QueryLimits { IncludedRows = query.IncludedRows }, TestSigner.Fixed)
            .PlanList(Definitions.Find(query.Type)!, request, new TenantScope(_all[query.Catalogue].Companies[0]), options);
        if (!planned.TryGet(out var plan))
            throw new InvalidOperationException($"{query}\n{planned.Errors[0].Detail}");
        return (Ids(plan, _sql), Ids(plan, new InMemoryPlanExecutor(_all[query.Catalogue].Lists)));
    }

    /// <summary>The SQL of every statement that the query takes.</summary>
    internal List<string> Statements(QueryCase query)
    {
        var planner = new QueryPlanner(new QueryLimits(), TestSigner.Fixed);
        var (definition, scope) = (Definitions.Find(query.Type)!, new TenantScope(_all[query.Catalogue].Companies[0]));
        var request = QueryStringParser.Parse(query.Query, []);
        var planned = query.Id is null
            ? planner.PlanList(definition, request, scope)
            : planner.PlanOne(definition, Operation.Fetch, request, scope, Guid.Parse(query.Id));
        if (!planned.TryGet(out var plan))
            throw new InvalidOperationException($"{query}\n{planned.Errors[0].Detail}");
        using var connection = _database.OpenReader();
        if (SqlPlanExecutor.Execute(connection, plan).TryGet(out var rows))
            rows.Dispose();
        return [.. connection.Prepared];
    }

    private static List<string> Ids(QueryPlan plan, IPlanExecutor executor)
    {
        if (!executor.ExecuteAsync(plan, CancellationToken.None).AsTask().GetAwaiter().GetResult().TryGet(out var rows))
            throw new InvalidOperationException("The list includes too much.");
        using (rows)
            return [.. Enumerable.Range(0, rows.Primary.Count).Select(row => Encoding.UTF8.GetString(rows.Primary.Text(row, plan.Rows.Root!.IdColumn)))];
    }

    public void Dispose()
    {
        _connections.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Run(QueryCase query, IPlanExecutor executor)
    {
        var pipeline = new QueryPipeline(new QueryPlanner(new QueryLimits { IncludedRows = query.IncludedRows }, TestSigner.Fixed), executor);
        var call = Reads.Get(Definitions.Find(query.Type)!, new TenantScope(_all[query.Catalogue].Companies[0]), query.Query, query.Id);
        var answer = pipeline.RunAsync(call, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        if (!answer.Document.TryGet(out var document))
            return Encoding.UTF8.GetString(JsonApiErrorRenderer.Instance.Render(answer.Document.Errors));
        using (document)
            return Encoding.UTF8.GetString(document.Written.Span);
    }
}
