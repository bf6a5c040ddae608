using System.Text.Json;
using Domain.Items;
using JsonApi.Errors;
using Persistence.Model.Configurations;
using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Items;

/// <summary>The products of product groups, where they follow their groups: a fixed number of statements, however many there are.</summary>
internal static class GroupProducts
{
    /// <summary>The product that a new group is made with.</summary>
    internal static Product First(WriteTransaction transaction, ProductGroup group)
    {
        var product = New(transaction, Guid.CreateVersion7(transaction.Now), group);
        product.VariationValues = Variations.Fit([], [], group.VariationFields);
        return product;
    }

    /// <summary>A product with the values of its group, not yet saved.</summary>
    internal static Product New(WriteTransaction transaction, Guid id, ProductGroup group) => new()
    {
        CompanyId = transaction.Scope.CompanyId,
        Id = id,
        CreatedAt = transaction.Now,
        UpdatedAt = transaction.Now,
        ProductGroupId = group.Id,
        Name = group.Name,
        BasePriceInCents = group.BasePriceInCents,
        Weight = group.Weight,
    };

    /// <summary>Gives products the price and the weight of their groups where they have none of their own; the groups are saved.</summary>
    internal static void Share(WriteTransaction transaction, IEnumerable<Guid> groupIds) => transaction.Run(
        $"""
        UPDATE products SET
            base_price_in_cents = CASE WHEN products.price_overridden THEN products.base_price_in_cents ELSE items.base_price_in_cents END,
            weight = CASE WHEN products.weight_overridden THEN products.weight ELSE items.weight END,
            updated_at = ?3
        FROM items
        WHERE products.company_id = ?1 AND products.product_group_id IN (SELECT id FROM {Ids(transaction)})
            AND items.company_id = ?1 AND items.id = products.product_group_id
            AND ((products.price_overridden = FALSE AND products.base_price_in_cents <> items.base_price_in_cents)
                OR (products.weight_overridden = FALSE AND products.weight IS DISTINCT FROM items.weight))
        """,
        JsonRows.Of(groupIds), transaction.Now);

    /// <summary>Archives the products of groups that are archived in this transaction.</summary>
    internal static void Archive(WriteTransaction transaction, IEnumerable<Guid> groupIds) => transaction.Run(
        $"""
        UPDATE products SET archived = TRUE, archived_at = ?3, updated_at = ?3
        WHERE company_id = ?1 AND product_group_id IN (SELECT id FROM {Ids(transaction)}) AND archived = FALSE
        """,
        JsonRows.Of(groupIds), transaction.Now);

    /// <summary>Restores the products that were archived with their group; those archived before stay so.</summary>
    internal static void Restore(WriteTransaction transaction, Guid groupId, DateTimeOffset archivedAt) => transaction.Run(
        """
        UPDATE products SET archived = FALSE, archived_at = NULL, updated_at = ?4
        WHERE company_id = ?1 AND product_group_id = ?2 AND archived = TRUE AND archived_at = ?3
        """,
        groupId, archivedAt, transaction.Now);

    /// <summary>Fits values and names of the products to the group's name and fields; returns the caller's errors.</summary>
    internal static List<RequestError> Rename(WriteTransaction transaction, ProductGroup group, IReadOnlyList<string> oldFields)
    {
        var products = transaction.ReadRows(
            "SELECT id, variation_values, archived FROM products WHERE company_id = ?1 AND product_group_id = ?2",
            row => (Id: row.Id(0), Old: JsonSerializer.Deserialize<List<string>>(row.Text(1))!, IsArchived: row.Flag(2)),
            group.Id).ConvertAll(row => (row.Id, row.Old, New: Variations.Fit(row.Old, oldFields, group.VariationFields), row.IsArchived));
        var current = products.Where(product => !product.IsArchived).ToList();
        if (current.Select(product => Variations.Key(product.New)).Distinct().Count() < current.Select(product => Variations.Key(product.Old)).Distinct().Count())
            return [RequestError.Invalid("variation_fields", "must keep the products apart: without the removed field two of them have the same values", "taken")];
        transaction.Run(
            $"""
            UPDATE products SET name = renamed.name, name_folded = fold(renamed.name), variation_values = renamed.variation_values, updated_at = ?3
            FROM {transaction.Dialect.Rows(2, "renamed", ("id", RowType.Id), ("name", RowType.Text), ("variation_values", RowType.Text))}
            WHERE products.company_id = ?1 AND products.id = renamed.id
                AND (products.name <> renamed.name OR products.variation_values <> renamed.variation_values)
            """,
            JsonRows.Of(products.Select(product => new object?[]
            {
                product.Id, Product.NameOf(group.Name, product.New), WireConversions.Write(product.New),
            })),
            transaction.Now);
        return [];
    }

    private static string Ids(WriteTransaction transaction) => transaction.Dialect.Rows(2, "named", ("id", RowType.Id));
}
