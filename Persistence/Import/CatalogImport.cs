using Domain.Companies;
using Domain.Items;
using Persistence.Connections;

namespace Persistence.Import;

/// <summary>
/// Fills an empty company in one transaction: nothing is visible before <see cref="Commit"/>, and disposing without it leaves
/// the catalogue as it was. Other writers wait meanwhile. Rows may refer to rows that are added later.
/// </summary>
public sealed class CatalogImport : IDisposable
{
    private const string FindSql = """
        SELECT id, name, created_at, updated_at,
            EXISTS (SELECT 1 FROM collections WHERE company_id = companies.id) OR EXISTS (SELECT 1 FROM items WHERE company_id = companies.id)
                OR EXISTS (SELECT 1 FROM default_properties WHERE company_id = companies.id)
        FROM companies WHERE slug = ?1
        """;

    private readonly CatalogConnection _connection;
    private readonly Dictionary<Type, RowInsert> _inserts = [];
    private readonly Dictionary<(ItemKind Kind, string Name), int> _tags = [];

    private CatalogImport(CatalogConnection connection, TimeProvider clock) => (_connection, Stamps) = (connection, new ImportStamps(clock));

    /// <summary>The company that is being filled.</summary>
    public Company Company { get; private set; } = null!;

    public ImportStamps Stamps { get; }

    /// <summary>Creates the company where it is missing; throws <see cref="CompanyInUseException"/> where it holds anything.</summary>
    /// <exception cref="StoreException">The catalogue cannot be opened or written to.</exception>
    public static CatalogImport Begin(CatalogDatabase database, string slug, string name, TimeProvider clock)
    {
        var import = new CatalogImport(database.OpenReader(), clock);
        try
        {
            import._connection.BeginImport();
            import.Company = import.FindCompany(slug) ?? import.CreateCompany(slug, name);
            return import;
        }
        catch
        {
            import.Dispose();
            throw;
        }
    }

    /// <summary>Writes one entity as it is: ids and times are the caller's, see <see cref="Stamps"/>.</summary>
    /// <exception cref="StoreException">The row breaks a rule of the schema.</exception>
    public TEntity Add<TEntity>(TEntity row) where TEntity : class
    {
        if (!_inserts.TryGetValue(typeof(TEntity), out var insert))
            _inserts[typeof(TEntity)] = insert = new RowInsert(_connection, typeof(TEntity));
        insert.Run(row);
        if (row is Item { Archived: false } item)
            foreach (var tag in item.TagList)
                _tags[(item.Kind, tag)] = _tags.GetValueOrDefault((item.Kind, tag)) + 1;
        return row;
    }

    /// <summary>Counts the tags of the items, and ends the transaction.</summary>
    public void Commit()
    {
        foreach (var (tag, count) in _tags)
            Add(new Tag { CompanyId = Company.Id, Id = Stamps.Next().Id, ItemKind = tag.Kind, Name = tag.Name, Count = count });
        _connection.CommitImport();
    }

    public void Dispose() => _connection.Dispose();

    private Company? FindCompany(string slug)
    {
        if (_connection.ReadRow(FindSql, row => (Id: row.Id(0), Name: row.Text(1), Created: row.Time(2), Updated: row.Time(3), IsInUse: row.Flag(4)), slug) is not { } found)
            return null;
        if (found.IsInUse)
            throw new CompanyInUseException(slug);
        return new Company { Id = found.Id, Slug = slug, Name = found.Name, CreatedAt = found.Created, UpdatedAt = found.Updated };
    }

    private Company CreateCompany(string slug, string name)
    {
        var stamp = Stamps.Next();
        return Add(new Company { Id = stamp.Id, Slug = slug, Name = name, CreatedAt = stamp.Time, UpdatedAt = stamp.Time });
    }
}
