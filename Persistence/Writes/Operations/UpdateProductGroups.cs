using System.Globalization;
using Domain.Items;
using JsonApi.Definitions;
using Persistence.Queries;
using Persistence.Transactions;
using Persistence.Writes.Favourites;
using Persistence.Writes.Items;

namespace Persistence.Writes.Operations;

/// <summary>Sets the same attributes of many product groups, with the rules and the consequences of an update of one.</summary>
internal sealed class UpdateProductGroups(UpdateTask task) : TargetWork(task)
{
    private const string Price = "price_type";
    private const string FlatFee = "flat_fee_price_in_cents";
    private const string StructurePrice = "structure_price_in_cents";
    private const string ShowInStore = "show_in_store";

    /// <summary>The first of the values in the statement: company, targets and time come before them.</summary>
    private const int FirstValue = 4;

    private readonly List<string> _names = [.. UpdateTask.Names.Where(task.Attributes.ContainsKey)];

    private bool SetsPrice => _names.Exists(name => name is Price or FlatFee or StructurePrice);

    private protected override IEnumerable<string> Apply(WriteTransaction transaction, IReadOnlyList<Target> targets)
    {
        var refused = FindRefused(transaction, targets);
        List<Target> sound = [.. targets.Where(target => !refused.ContainsKey(target.Id))];
        if (sound.Count > 0)
            Update(transaction, sound);
        return refused.Select(product => $"The {task.TargetName} with the id {product.Key:D} is a {product.Value}, which cannot have the price_type {task.Attributes[Price]}.");
    }

    /// <summary>The product groups whose product type the new price type does not go with, unless they have it already.</summary>
    private Dictionary<Guid, string> FindRefused(WriteTransaction transaction, IReadOnlyList<Target> targets)
    {
        if (task.Attributes.GetValueOrDefault(Price) is not string name)
            return [];
        var wanted = WireText.ReadEnum<PriceType>(name);
        return transaction.ReadRows(
                TypesSql(transaction.Dialect), row => (Id: row.Id(0), Type: row.Text(1), Price: row.Text(2)), JsonRows.Of(targets.Select(target => target.Id)))
            .Where(row => row.Price != name && !WireText.ReadEnum<ProductType>(row.Type).PriceTypes().Contains(wanted))
            .ToDictionary(row => row.Id, row => row.Type);
    }

    private void Update(WriteTransaction transaction, List<Target> targets)
    {
        if (task.Attributes.TryGetValue(ShowInStore, out var shows))
        {
            List<Guid> changed = [.. targets.Where(target => target.IsShown != (bool)shows!).Select(target => target.Id)];
            Count(transaction, changed, (bool)shows! ? 1 : -1);
            UserCollectionItemStatements.Show(transaction, changed, (bool)shows);
        }
        List<Guid> ids = [.. targets.Select(target => target.Id)];
        transaction.Run(UpdateSql(transaction.Dialect), [JsonRows.Of(ids), transaction.Now, .. _names.Select(name => task.Attributes[name])]);
        if (SetsPrice)
            GroupProducts.Share(transaction, ids);
    }

    private static string TypesSql(SqlDialect dialect) => $"""
        SELECT item.id, item.product_type, item.price_type FROM {dialect.Rows(2, "target", ("id", RowType.Id))}
        {dialect.OrderedJoin} items item ON item.company_id = ?1 AND item.id = target.id
        """;

    private string UpdateSql(SqlDialect dialect)
    {
        List<(string Column, string Value)> changes = [.. _names.Select(name => (name, Value(name)))];
        if (SetsPrice)
            changes.Add(("base_price_in_cents", BasePrice()));
        return $"""
            UPDATE items SET {string.Join(", ", changes.Select(change => $"{change.Column} = {change.Value}"))}, updated_at = ?3
            WHERE company_id = ?1 AND id IN (SELECT id FROM {dialect.Rows(2, "target", ("id", RowType.Id))})
                AND ({string.Join(" OR ", changes.Select(change => $"{change.Column} IS DISTINCT FROM {change.Value}"))})
            """;
    }

    /// <summary>The value that an attribute has after the update: a parameter, or the column where it is not set.</summary>
    private string Value(string name) =>
        _names.IndexOf(name) is >= 0 and var index ? "?" + (FirstValue + index).ToString(CultureInfo.InvariantCulture) : name;

    /// <summary>Spells <see cref="ProductTypeRules.BasePrice"/> in SQL.</summary>
    private string BasePrice()
    {
        const int Flat = 1, Structure = 2;
        var cases = Enum.GetValues<PriceType>().Select(type =>
            $"WHEN '{WireText.Write(type)}' THEN {type.BasePrice(Flat, Structure) switch { Flat => Value(FlatFee), Structure => Value(StructurePrice), _ => "0" }}");
        return $"CASE {Value(Price)} {string.Join(' ', cases)} END";
    }
}
