using System.Text;
using Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NUnit.Framework;
using Persistence.Connections;
using Persistence.Sqlite;

namespace Api.Tests.Unit.Persistence;

/// <summary>
/// The server starts from two files that say what EF would take a second to find out: the schema that the migrations make, and
/// the mapping. They are written here: <c>SCHEMA=write dotnet test --filter SchemaFiles</c>.
/// </summary>
internal sealed class SchemaFilesTests
{
    private const string Owned = "FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("schema-files").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_schema_is_what_the_migrations_make()
    {
        var database = new SqliteDatabase($"Data Source={Path.Combine(_folder, "empty.db")}");
        using (var context = database.CreateContext())
            context.Database.Migrate();
        Verify("schema.sql", Schema(database));
        foreach (var table in Column(database, $"SELECT name {Owned} AND type = 'table' AND name <> '__EFMigrationsHistory'"))
            Assert.That(Column(database, $"SELECT 'row' FROM \"{table}\""), Is.Empty, "migrations that fill tables need rows in schema.sql");
    }

    [Test]
    public void The_mapping_is_that_of_the_model()
    {
        using var context = new SqliteDatabase("Data Source=:memory:").CreateContext();
        Verify("mapping.txt", Mapping(context.Model));
    }

    private static void Verify(string name, string text)
    {
        var file = Path.Combine(ProjectFolder.Root, "Persistence", "Sqlite", "Schema", name);
        if (Environment.GetEnvironmentVariable("SCHEMA") == "write")
            File.WriteAllText(file, text);
        Assert.That(
            File.ReadAllText(file).ReplaceLineEndings("\n"), Is.EqualTo(text),
            $"{name} is out of date; write it anew with: SCHEMA=write dotnet test --filter SchemaFiles");
    }

    private static string Schema(CatalogDatabase database)
    {
        var history = Column(database, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");
        var text = new StringBuilder($"-- {history.LastOrDefault()}\n");
        foreach (var sql in Column(database, $"SELECT sql {Owned} ORDER BY rowid"))
            text.Append(sql.ReplaceLineEndings("\n")).Append(";\n");
        // EF writes its own version beside each migration and never reads it: with it, the file would change with every update of EF.
        foreach (var migration in history)
            text.Append("INSERT INTO __EFMigrationsHistory VALUES ('").Append(migration).Append("', 'schema.sql');\n");
        return text.ToString();
    }

    /// <summary>
    /// A line per entity with its table, per property with its column, "null" where it takes nulls and its folded twin, per
    /// index or key with its columns, and per navigation with its target and the pairs of columns that lead there.
    /// </summary>
    private static string Mapping(IModel model)
    {
        var lines = new List<string>();
        foreach (var entity in model.GetEntityTypes())
        {
            lines.Add($"entity {entity.ClrType.FullName} {entity.GetTableName()}");
            foreach (var property in entity.GetDeclaredProperties().Where(property => property.PropertyInfo is not null))
                lines.Add($"column {property.Name} {property.GetColumnName()}{(property.IsColumnNullable() ? " null" : "")}{Folded(property)}");
            var indexes = entity.GetDeclaredIndexes().Select(index => index.Properties).Concat(entity.GetDeclaredKeys().Select(key => key.Properties));
            lines.AddRange(indexes.Select(columns => $"index {string.Join(' ', columns.Select(column => column.GetColumnName()))}"));
            foreach (var navigation in entity.GetDeclaredNavigations())
                lines.Add($"navigation {navigation.Name} {navigation.TargetEntityType.ClrType.FullName} {string.Join(' ', Pairs(navigation))}");
        }
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Folded(IProperty property) =>
        property.DeclaringType.FindProperty(property.Name + "Folded") is { } folded ? $" folded {folded.GetColumnName()}" : "";

    private static IEnumerable<string> Pairs(INavigation navigation)
    {
        var key = navigation.ForeignKey;
        var (from, to) = navigation.IsOnDependent ? (key.Properties, key.PrincipalKey.Properties) : (key.PrincipalKey.Properties, key.Properties);
        return from.Zip(to, (own, other) => $"{own.GetColumnName()}={other.GetColumnName()}");
    }

    private static List<string> Column(CatalogDatabase database, string sql)
    {
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
