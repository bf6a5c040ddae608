using Domain.Items;
using JsonApi.Errors;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore;
using Persistence.Transactions;

namespace Persistence.Writes.Items;

/// <summary>Creating, changing and archiving bundles, together with the bundle items of the body.</summary>
public sealed class BundleWrites : ItemWrites
{
    private const string Parts = "bundle_items_attributes";

    private protected override Item New(WriteTransaction transaction, WritePlan plan, string slug) => new Bundle
    {
        CompanyId = transaction.Scope.CompanyId,
        Id = plan.Id,
        CreatedAt = transaction.Now,
        UpdatedAt = transaction.Now,
        Name = plan.Text("name")!,
        Slug = slug,
    };

    private protected override List<RequestError> Synchronize(WriteTransaction transaction, Item item, WritePlan plan)
    {
        var errors = new List<RequestError>();
        var parts = plan.Nested(Parts);
        if (parts.Count == 0)
            return errors;
        var known = Load(transaction, item, parts);
        var named = new HashSet<Guid>();
        var added = new List<int>();
        foreach (var (index, part) in parts.Index())
        {
            var found = part.Plan.IsCreate ? Add(transaction, part, known.Values.Select(other => other.Position).Concat(added), added)
                : !known.TryGetValue(part.Plan.Id, out var there) ? [RequestError.Invalid("id", "must be the id of a bundle item of this bundle", "not_found")]
                : !named.Add(part.Plan.Id) ? [RequestError.Invalid("id", "has already been taken", "taken")]
                : part.IsDestroyed ? BundleItemWrites.Archive(transaction, there)
                : BundleItemWrites.Change(transaction, there, part.Plan);
            errors.AddRange(found.Select(error => error.Within($"{Parts}/{index}")));
        }
        return errors;
    }

    /// <summary>Adds a bundle item, behind the others unless it says where, as a bundle item of its own goes.</summary>
    private static List<RequestError> Add(WriteTransaction transaction, NestedWrite part, IEnumerable<int> others, List<int> added)
    {
        if (part.IsDestroyed)
            return [RequestError.Invalid("id", "can't be blank", "blank")];
        var position = part.Plan.Integer("position") ?? others.DefaultIfEmpty().Max() + 1;
        added.Add(position);
        return BundleItemWrites.Add(transaction, part.Plan.With("position", position) with { Id = Guid.CreateVersion7(transaction.Now) });
    }

    /// <summary>The bundle's items; with the product groups that new ones name, all are there before they are looked up one by one.</summary>
    private static Dictionary<Guid, BundleItem> Load(WriteTransaction transaction, Item bundle, IReadOnlyList<NestedWrite> parts)
    {
        var company = transaction.Scope.CompanyId;
        var groups = parts.Select(part => part.Plan.Uuid("product_group_id")).OfType<Guid>().Distinct().ToList();
        transaction.Context.Items.Where(item => item.CompanyId == company && groups.Contains(item.Id)).Load();
        return transaction.Context.BundleItems.Where(item => item.CompanyId == company && item.BundleId == bundle.Id).ToDictionary(item => item.Id);
    }
}
