using Domain.Items;
using JsonApi.Definitions;
using Persistence.Transactions;

namespace Persistence.Writes.Items;

/// <summary>Skus that no product group of the company has which is not archived, whatever the case. They are looked up in their index.</summary>
internal static class FreeSku
{
    /// <summary>The sku as it is where nobody has it, else with a number of which the one before is taken: <c>SKU_2</c>, <c>SKU_3</c>, …</summary>
    internal static string Find(WriteTransaction transaction, string sku) =>
        Sku.Numbered(sku, FreeNumber.Find(transaction, IsTaken, WireText.Fold(sku)));

    /// <summary>Whether another product group than the one with the id has the sku.</summary>
    internal static bool IsTaken(WriteTransaction transaction, string sku, Guid id) => transaction.ReadRow(
        "SELECT 1 FROM items WHERE company_id = ?1 AND sku_folded = ?2 AND archived = FALSE AND id <> ?3", _ => true, WireText.Fold(sku), id) is not null;

    /// <summary>Spells <see cref="Sku.Numbered"/> in SQL.</summary>
    private static string IsTaken(string number) => $"""
        EXISTS (SELECT 1 FROM items WHERE company_id = ?1 AND archived = FALSE AND sku_folded =
            CASE WHEN {number} < 2 THEN ?2 ELSE ?2 || '_' || {number} END)
        """;
}
