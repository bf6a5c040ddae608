using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Properties;

/// <summary>
/// The <c>properties</c> of product groups: an object of identifier and value in the order of the positions, kept in the row of the group, so
/// that lists of groups read no rows of properties. Written anew by one statement, for one group or for all that a default property is used by.
/// </summary>
internal static class PropertyHashes
{
    internal static void Write(WriteTransaction transaction, Guid productGroupId) =>
        transaction.Run(WriteSql(transaction.Dialect, "product_group.id = ?2"), productGroupId, transaction.Now);

    /// <summary>Of all product groups with a property that is linked to a default property.</summary>
    internal static void WriteLinked(WriteTransaction transaction, Guid defaultPropertyId) => transaction.Run(
        WriteSql(transaction.Dialect, "product_group.id IN (SELECT owner_id FROM properties WHERE company_id = ?1 AND default_property_id = ?2)"),
        defaultPropertyId, transaction.Now);

    private static string WriteSql(SqlDialect dialect, string which)
    {
        var made = new SqlBuffer();
        dialect.ObjectOf(made, "property.identifier", "property.value", "property.position, property.created_at, property.id");
        return $$"""
            UPDATE items SET properties = made.json, updated_at = ?3
            FROM (
                SELECT product_group.id, coalesce((
                    SELECT {{made.Text}} FROM properties property WHERE property.company_id = ?1 AND property.owner_id = product_group.id), '{}') AS json
                FROM items product_group WHERE product_group.company_id = ?1 AND {{which}}) made
            WHERE items.company_id = ?1 AND items.id = made.id AND items.properties IS DISTINCT FROM made.json
            """;
    }
}
