using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Domain.Companies;
using JsonApi.Definitions;
using Microsoft.Data.Sqlite;
using Persistence.Sqlite;

namespace Benchmarks.Data;

/// <summary>
/// A catalogue around one collection of level 2 with a given number of items in twenty collections below it, for what is done to a whole
/// collection at once. Every third item is in a collection elsewhere, too.
/// </summary>
internal sealed class TreeDataSet
{
    internal const string Moved = "10000000-0000-7000-8000-000000000003";
    internal const string Deleted = "10000000-0000-7000-8000-000000000009";

    /// <summary>The roots that the moved collection gets as parent in turn; it starts below the last.</summary>
    internal static readonly string[] Parents = ["10000000-0000-7000-8000-000000000002", "10000000-0000-7000-8000-000000000001"];

    private const string Company = "10000000-0000-7000-8000-000000000000";

    private readonly SqliteConnection _connection;

    private TreeDataSet(SqliteConnection connection) => _connection = connection;

    /// <summary>Builds the file anew.</summary>
    internal static string Build(string folder, int items)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"tree-{items}.db"));
        Directory.CreateDirectory(folder);
        DataSet.Delete(path);
        var database = new SqliteDatabase($"Data Source={path}");
        database.Migrate();
        using var connection = database.OpenConnection();
        using (var transaction = connection.BeginTransaction())
        {
            new TreeDataSet(connection).Write(items);
            transaction.Commit();
        }
        using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        checkpoint.ExecuteNonQuery();
        return path;
    }

    /// <summary>Makes the collection that is about to be deleted: of level 2, without collections below, holding all items itself.</summary>
    internal static void Refill(string path)
    {
        using var connection = new SqliteDatabase($"Data Source={path}").OpenConnection();
        using var transaction = connection.BeginTransaction();
        var data = new TreeDataSet(connection);
        data.Collection(Deleted, 5, 2);
        data.CollectionItems(Id(5), 1, "SELECT id FROM items");
        data.CollectionItems(Deleted, 0, "SELECT id FROM items");
        data.Run("UPDATE collections SET item_count = (SELECT count(*) FROM items) WHERE id = $1", Deleted);
        transaction.Commit();
    }

    private void Write(int items)
    {
        var now = WireText.Write(DateTimeOffset.UnixEpoch);
        Run("INSERT INTO companies (id, slug, name, created_at, updated_at) VALUES ($1, 'tree', 'Tree', $2, $2)", Company, now);
        Run("INSERT INTO access_tokens (hash, company_id, name, scopes, created_at) VALUES ($1, $2, 'tree', $3, $4)",
            SHA256.HashData(Encoding.UTF8.GetBytes(DataSet.Token)), Company, (int)(TokenScopes.Read | TokenScopes.Write), now);
        WriteItems(items);
        Collection(Id(1), null, 1);
        Collection(Id(2), null, 1);
        Collection(Id(3), 1, 2);
        Collection(Id(4), null, 1);
        Collection(Id(5), null, 1);
        Collection(Id(6), 4, 2);
        for (var leaf = 20; leaf < 40; leaf++)
        {
            Collection(Id(leaf), 3, 3);
            CollectionItems(Id(leaf), 0, string.Create(CultureInfo.InvariantCulture, $"SELECT id FROM items WHERE rowid % 20 = {leaf - 20}"));
        }
        CollectionItems(Id(3), 1, "SELECT id FROM items");
        CollectionItems(Id(1), 1, "SELECT id FROM items");
        CollectionItems(Id(6), 0, "SELECT id FROM items WHERE rowid % 3 = 0");
        CollectionItems(Id(4), 1, "SELECT id FROM items WHERE rowid % 3 = 0");
        Run("UPDATE collections SET item_count = (SELECT count(*) FROM collection_items WHERE collection_id = collections.id AND implicit = 0)");
    }

    private void WriteItems(int items) => Run("""
        INSERT INTO items (
            company_id, id, kind, created_at, updated_at, archived, name, name_folded, slug, sku, sku_folded, product_type, tracking_type, trackable,
            has_variations, variation, show_in_store, sorting_weight, discountable, taxable, tag_list, properties, buffer_time_before,
            base_price_in_cents, flat_fee_price_in_cents, price_type, price_period, allow_shortage, shortage_limit, variation_fields, stock_item_properties)
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $2)
        SELECT $1, new_id(), 'product_groups', strftime('%Y-%m-%dT%H:%M:%S', 1600000000 + i, 'unixepoch') || '.000000+00:00',
            '2024-01-01T00:00:00.000000+00:00', 0, 'Item ' || i, fold('Item ' || i), 'item-' || i, printf('Sku-%06d', i), fold(printf('Sku-%06d', i)),
            'rental', 'bulk', 0, 0, 0, 1, 0, 1, 1, '[]', '{}', i % 3 * 3600, i * 7919 % 90000, i * 7919 % 90000, 'simple', 'day', 0, 0, '[]', '[]'
        FROM n
        """, Company, items);

    private void Collection(string id, int? parent, int depth) => Run("""
        INSERT INTO collections (company_id, id, created_at, updated_at, name, name_folded, slug, system, item_count, show_in_store, parent_id, depth)
        VALUES ($1, $2, '2024-01-01T00:00:00.000000+00:00', '2024-01-01T00:00:00.000000+00:00', $2, $2, $2, 0, 0, 1, $3, $4)
        """, Company, id, parent is { } number ? Id(number) : DBNull.Value, depth);

    private void CollectionItems(string collection, int isImplicit, string items) => Run($"""
        INSERT INTO collection_items (company_id, id, created_at, updated_at, item_id, collection_id, implicit)
        SELECT $1, new_id(), '2024-01-01T00:00:00.000000+00:00', '2024-01-01T00:00:00.000000+00:00', id, $2, $3 FROM ({items} ORDER BY id)
        WHERE true ON CONFLICT (company_id, collection_id, item_id) DO NOTHING
        """, Company, collection, isImplicit);

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"10000000-0000-7000-8000-{number:D12}");

    private void Run(string sql, params object[] values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), values[i]);
        command.ExecuteNonQuery();
    }
}
