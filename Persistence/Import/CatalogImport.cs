using Domain.Companies;
using JsonApi.Definitions;
using Microsoft.Data.Sqlite;
using Persistence.Sql;

namespace Persistence.Import;

/// <summary>
/// Fills an empty company in one transaction: nothing is visible before <see cref="Commit"/>, and disposing without it leaves
/// the catalogue as it was. Other writers wait meanwhile. Rows may refer to rows that are added later.
/// </summary>
public sealed class CatalogImport : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly Dictionary<Type, RowInsert> _inserts = [];

    private CatalogImport(SqliteConnection connection)
    {
        _connection = connection;
        _transaction = connection.BeginTransaction(deferred: false);
        // Items name their photo and photos their owner, so neither can come first; the commit checks both.
        Execute("PRAGMA defer_foreign_keys = ON");
    }

    /// <summary>The company that is being filled.</summary>
    public Company Company { get; private set; } = null!;

    public ImportStamps Stamps { get; private set; } = null!;

    /// <summary>Creates the company where it is missing; throws <see cref="CompanyInUseException"/> where it holds anything.</summary>
    public static CatalogImport Begin(CatalogDatabase database, string slug, string name, TimeProvider clock)
    {
        var connection = database.OpenConnection();
        CatalogImport? import = null;
        try
        {
            // In kilobytes. With a smaller cache a million places spill into the log and are read back: a quarter more time.
            using (var cache = connection.CreateCommand())
            {
                cache.CommandText = "PRAGMA cache_size = -409600";
                cache.ExecuteNonQuery();
            }
            import = new CatalogImport(connection) { Stamps = new ImportStamps(clock) };
            import.Company = import.FindCompany(slug) ?? import.CreateCompany(slug, name);
            return import;
        }
        catch
        {
            import?.Dispose();
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Writes one entity as it is: ids and times are the caller's, see <see cref="Stamps"/>.</summary>
    public TEntity Add<TEntity>(TEntity row) where TEntity : class
    {
        if (!_inserts.TryGetValue(typeof(TEntity), out var insert))
            _inserts[typeof(TEntity)] = insert = new RowInsert(_connection, _transaction, typeof(TEntity));
        insert.Execute(row);
        return row;
    }

    public void Commit()
    {
        _transaction.Commit();
        // The log has grown by all that was written, and would stay as large on the disk.
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
            insert.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private Company? FindCompany(string slug)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = """
            SELECT id, name, created_at, updated_at,
                EXISTS (SELECT 1 FROM collections WHERE company_id = companies.id) OR EXISTS (SELECT 1 FROM items WHERE company_id = companies.id)
            FROM companies WHERE slug = $slug
            """;
        command.Parameters.AddWithValue("$slug", slug);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return null;
        if (reader.GetBoolean(4))
            throw new CompanyInUseException(slug);
        return new Company
        {
            Id = Guid.Parse(reader.GetString(0)),
            Slug = slug,
            Name = reader.GetString(1),
            CreatedAt = WireText.ReadInstant(reader.GetString(2)),
            UpdatedAt = WireText.ReadInstant(reader.GetString(3)),
        };
    }

    private Company CreateCompany(string slug, string name)
    {
        var stamp = Stamps.Next();
        var company = new Company { Id = stamp.Id, Slug = slug, Name = name, CreatedAt = stamp.Time, UpdatedAt = stamp.Time };
        Add(company);
        return company;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction.Connection is null ? null : _transaction;
        command.ExecuteNonQuery();
    }
}

/// <summary>The company to be filled already has collections or items.</summary>
public sealed class CompanyInUseException(string slug)
    : Exception($"the company \"{slug}\" already has collections or items; an import fills an empty company only, nothing was changed");
