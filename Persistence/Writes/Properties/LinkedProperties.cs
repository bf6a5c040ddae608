using Domain.Items;
using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Properties;

/// <summary>The properties that are linked to default properties, read and written by single statements, however many they are.</summary>
internal static class LinkedProperties
{
    private const string CountSql = "SELECT count(*) FROM properties WHERE company_id = ?1 AND default_property_id = ?2";

    private const string ConflictsSql = """
        SELECT count(*) FROM properties linked
        JOIN properties other ON other.company_id = ?1 AND other.owner_id = linked.owner_id
        WHERE linked.company_id = ?1 AND linked.default_property_id = ?2 AND other.identifier = ?3 AND other.id <> linked.id
        """;

    private const string CheckTypesSql = """
        UPDATE default_properties SET can_change_property_type = NOT can_change_property_type
        WHERE company_id = ?1 AND can_change_property_type = EXISTS (
            SELECT 1 FROM properties WHERE properties.company_id = ?1 AND properties.default_property_id = default_properties.id)
        """;

    internal static long Count(WriteTransaction transaction, Guid defaultPropertyId) =>
        transaction.ReadRow(CountSql, row => row.Integer(0), defaultPropertyId)!.Value;

    /// <summary>How many belong to something that has another property with the identifier.</summary>
    internal static long CountConflicts(WriteTransaction transaction, Guid defaultPropertyId, string identifier) =>
        transaction.ReadRow(ConflictsSql, row => row.Integer(0), defaultPropertyId, identifier)!.Value;

    /// <summary>
    /// Does to each what <see cref="Property.Follow"/> does to one, after the default property was saved. Values that have become invalid stay,
    /// and the property says that it does not meet the requirements.
    /// </summary>
    internal static void Follow(WriteTransaction transaction, Guid defaultPropertyId) =>
        transaction.Run(FollowSql(transaction.Dialect), defaultPropertyId, transaction.Now);

    /// <summary>Says of all default properties whether their type can be changed, after links were added or removed.</summary>
    internal static void CheckTypes(WriteTransaction transaction) => transaction.Run(CheckTypesSql);

    private static string FollowSql(SqlDialect dialect)
    {
        var options = new SqlBuffer();
        dialect.Elements(options, "link", "select_options", "choice");
        return $"""
            UPDATE properties SET name = link.name, identifier = link.identifier, show_on = link.show_on, updated_at = ?3,
                validation_required = link.validation_required,
                meets_validation_requirements = CASE
                    WHEN coalesce(properties.value, '') = '' THEN NOT link.validation_required
                    WHEN properties.property_type = 'select' THEN EXISTS (SELECT 1 FROM {options.Text} WHERE choice.value = properties.value)
                    ELSE TRUE END
            FROM default_properties link
            WHERE link.company_id = ?1 AND link.id = ?2 AND properties.company_id = ?1 AND properties.default_property_id = link.id
            """;
    }
}
