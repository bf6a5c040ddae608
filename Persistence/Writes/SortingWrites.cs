using System.Globalization;
using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Errors;
using Persistence.Transactions;

namespace Persistence.Writes;

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
    /// <summary>Puts the rows into the order of the ids; tells what is wrong with which id instead.</summary>
    public static List<RequestError> Apply(WriteTransaction transaction, SortedRows rows, IReadOnlyList<Guid> ids)
    {
        var table = Table.Of(rows);
        var json = JsonSerializer.Serialize(ids.Select(id => WireText.Write(id)));
        var errors = Check(transaction, table, ids, json, out var owner);
        if (errors.Count > 0)
            return errors;
        transaction.Run(table.SortSql, transaction.Company, json, owner, transaction.Time);
        if (rows == SortedRows.Photos)
            new ItemPhotos(transaction, Guid.Parse(owner)).Show();
        transaction.ClearTracking();
        return [];
    }

    private static List<RequestError> Check(WriteTransaction transaction, Table table, IReadOnlyList<Guid> ids, string json, out string owner)
    {
        var errors = new List<RequestError>();
        var seen = new HashSet<Guid>();
        owner = "";
        var statement = transaction.Connection.Prepare(table.ReadSql);
        statement.Bind(1, transaction.Company);
        statement.Bind(2, json);
        for (var i = 0; statement.Step(); i++)
        {
            var own = statement.IsNull(0) ? null : statement.Text(0);
            owner = owner.Length == 0 && own is not null ? own : owner;
            if (!seen.Add(ids[i]))
                errors.Add(Refused(i, "stands in the list twice", "duplicate"));
            else if (own is null)
                errors.Add(Refused(i, $"must be the id of one of the {table.Name} of this company", "not_found"));
            else if (own != owner)
                errors.Add(Refused(i, $"is of another {table.OwnerName} than those before: a sorting is of one {table.OwnerName}", "mixed"));
            else if (statement.Integer(1) != 0)
                errors.Add(Refused(i, "is in a system collection, which cannot be changed", "system"));
        }
        statement.Reset();
        return errors;
    }

    private static RequestError Refused(int index, string message, string code) =>
        RequestError.Invalid(string.Create(CultureInfo.InvariantCulture, $"ids/{index}"), message, code);

    /// <summary>Where the rows of a sorting lie.</summary>
    /// <param name="Name">The table, which is also the type.</param>
    /// <param name="Owner">The column with what their order is within.</param>
    /// <param name="OwnerName">How a message calls that.</param>
    /// <param name="IsThere">What a row has to be to be found.</param>
    /// <param name="IsSystem">Whether it must not be changed.</param>
    private sealed record Table(string Name, string Owner, string OwnerName, string IsThere = "true", string IsSystem = "0")
    {
        private static readonly Table CollectionItems = new(
            "collection_items", "collection_id", "collection",
            IsSystem: "(SELECT system FROM collections WHERE collections.company_id = ?1 AND collections.id = collection_items.collection_id)");

        private static readonly Table Photos = new("photos", "owner_id", "item");

        private static readonly Table BundleItems = new("bundle_items", "bundle_id", "bundle", IsThere: "bundle_items.archived = 0");

        internal string ReadSql { get; } = $"""
            SELECT {Name}.{Owner}, {IsSystem}
            FROM json_each(?2) named LEFT JOIN {Name} ON {Name}.company_id = ?1 AND {Name}.id = named.value AND {IsThere}
            ORDER BY named.key
            """;

        internal string SortSql { get; } = $"""
            WITH named(id, place) AS (SELECT value, key + 1 FROM json_each(?2)),
            placed(id, place) AS (
                SELECT id, place FROM named
                UNION ALL
                SELECT id, json_array_length(?2) + row_number() OVER (ORDER BY position, created_at, id)
                FROM {Name} WHERE company_id = ?1 AND {Owner} = ?3 AND position IS NOT NULL AND {IsThere} AND id NOT IN (SELECT id FROM named))
            UPDATE {Name} SET position = placed.place, updated_at = ?4
            FROM placed WHERE {Name}.company_id = ?1 AND {Name}.id = placed.id AND {Name}.position IS NOT placed.place
            """;

        internal static Table Of(SortedRows rows) => rows switch
        {
            SortedRows.CollectionItems => CollectionItems,
            SortedRows.Photos => Photos,
            SortedRows.BundleItems => BundleItems,
            _ => throw new ArgumentOutOfRangeException(nameof(rows)),
        };
    }
}
