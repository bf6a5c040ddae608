using System.Globalization;
using JsonApi.Errors;
using Persistence.Queries;
using Persistence.Transactions;
using Persistence.Writes.Photos;

namespace Persistence.Writes.Collections;

/// <summary>What can be put into an order; the names are the types of a sorting.</summary>
public enum SortedRows
{
    CollectionItems,
    Photos,
    BundleItems,
}

/// <summary>
/// Rows of one collection, photos or bundle put into an order: those named get 1..n, the others that have a position follow in their
/// old order. Two statements, however many rows there are.
/// </summary>
public static class SortingWrites
{
    /// <summary>Puts the rows into the order of the ids; returns what is wrong with which id instead.</summary>
    public static List<RequestError> Apply(WriteTransaction transaction, SortedRows rows, IReadOnlyList<Guid> ids)
    {
        var table = Table.Of(rows);
        var named = JsonRows.Of(ids.Select((id, index) => new object?[] { id, index + 1 }));
        var errors = Check(transaction, table, ids, named, out var owner);
        if (errors.Count > 0)
            return errors;
        transaction.Run(table.SortSql(transaction.Dialect), named, owner, transaction.Now, (long)ids.Count);
        if (rows == SortedRows.Photos)
            new ItemPhotos(transaction, owner!.Value).Show();
        transaction.ClearTracking();
        return [];
    }

    private static List<RequestError> Check(WriteTransaction transaction, Table table, IReadOnlyList<Guid> ids, string named, out Guid? owner)
    {
        var errors = new List<RequestError>();
        var seen = new HashSet<Guid>();
        var rows = transaction.ReadRows(
            table.ReadSql(transaction.Dialect), row => (Owner: row.IsNull(0) ? default(Guid?) : row.Id(0), IsSystem: row.Flag(1)), named);
        var first = owner = rows.FirstOrDefault(row => row.Owner is not null).Owner;
        foreach (var (i, row) in rows.Index())
            if (!seen.Add(ids[i]))
                errors.Add(Refused(i, "is in the list twice", "duplicate"));
            else if (row.Owner is null)
                errors.Add(Refused(i, $"must be the id of one of the {table.Name} of this company", "not_found"));
            else if (row.Owner != first)
                errors.Add(Refused(i, $"is of another {table.OwnerName} than those before: a sorting is of one {table.OwnerName}", "mixed"));
            else if (row.IsSystem)
                errors.Add(Refused(i, "is in a system collection, which cannot be changed", "system"));
        return errors;
    }

    private static RequestError Refused(int index, string message, string code) =>
        RequestError.Invalid(string.Create(CultureInfo.InvariantCulture, $"ids/{index}"), message, code);

    /// <summary>The table of the rows of a sorting.</summary>
    /// <param name="Name">The table, which is also the type.</param>
    /// <param name="Owner">The column with what their order is within.</param>
    /// <param name="OwnerName">How a message calls that.</param>
    /// <param name="IsThere">What a row has to be to be found.</param>
    /// <param name="IsSystem">Whether it must not be changed.</param>
    private sealed record Table(string Name, string Owner, string OwnerName, string IsThere = "TRUE", string IsSystem = "FALSE")
    {
        private static readonly Table CollectionItems = new(
            "collection_items", "collection_id", "collection",
            IsSystem: "(SELECT system FROM collections WHERE collections.company_id = ?1 AND collections.id = collection_items.collection_id)");

        private static readonly Table Photos = new("photos", "owner_id", "item");

        private static readonly Table BundleItems = new("bundle_items", "bundle_id", "bundle", IsThere: "bundle_items.archived = FALSE");

        internal string ReadSql(SqlDialect dialect) => $"""
            SELECT {Name}.{Owner}, {IsSystem}
            FROM {Named(dialect)} LEFT JOIN {Name} ON {Name}.company_id = ?1 AND {Name}.id = named.id AND {IsThere}
            ORDER BY named.number
            """;

        internal string SortSql(SqlDialect dialect) => $"""
            WITH named(id, number) AS (SELECT id, number FROM {Named(dialect)}),
            numbered(id, number) AS (
                SELECT id, number FROM named
                UNION ALL
                SELECT id, ?5 + row_number() OVER (ORDER BY position, created_at, id)
                FROM {Name} WHERE company_id = ?1 AND {Owner} = ?3 AND position IS NOT NULL AND {IsThere} AND id NOT IN (SELECT id FROM named))
            UPDATE {Name} SET position = numbered.number, updated_at = ?4
            FROM numbered WHERE {Name}.company_id = ?1 AND {Name}.id = numbered.id AND {Name}.position IS DISTINCT FROM numbered.number
            """;

        private static string Named(SqlDialect dialect) => dialect.Rows(2, "named", ("id", RowType.Id), ("number", RowType.Integer));

        internal static Table Of(SortedRows rows) => rows switch
        {
            SortedRows.CollectionItems => CollectionItems,
            SortedRows.Photos => Photos,
            SortedRows.BundleItems => BundleItems,
            _ => throw new ArgumentOutOfRangeException(nameof(rows)),
        };
    }
}
