using Api.Tests.Commands;
using Microsoft.Data.Sqlite;
using Persistence.Queries;
using Persistence.Sqlite;

namespace Api.Tests.Support;

/// <summary>
/// Asks SQLite how it would run a compiled statement. Its planner goes by fixed figures, so that the tables may be empty.
/// </summary>
internal sealed class ExplainedCatalog : IDisposable
{
    private readonly ImportFolder _folder = new();
    private readonly SqliteConnection _connection;

    internal ExplainedCatalog()
    {
        _folder.Database.Migrate();
        _connection = _folder.Database.OpenConnection();
    }

    internal List<string> Explain(Action<PlanCompiler> compile)
    {
        var compiler = new PlanCompiler(CatalogMap.Shipped, SqliteDialect.Instance);
        compile(compiler);
        using var command = _connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {compiler.Sql.Text}";
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }
}
