using Domain.Items;
using JsonApi.Errors;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore;
using Persistence.Transactions;

namespace Persistence.Writes.Properties;

/// <summary>Default properties, and what changes with them for the properties that are linked to them.</summary>
public sealed class DefaultPropertyWrites : ResourceWrites
{
    /// <summary>What linked properties follow.</summary>
    private static readonly string[] Followed =
    [
        nameof(DefaultProperty.Name), nameof(DefaultProperty.Identifier), nameof(DefaultProperty.ShowOn),
        nameof(DefaultProperty.ValidationRequired), nameof(DefaultProperty.SelectOptions),
    ];

    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var property = new DefaultProperty
        {
            CompanyId = transaction.Scope.CompanyId,
            Id = plan.Id,
            CreatedAt = transaction.Now,
            UpdatedAt = transaction.Now,
            Name = "",
            Identifier = PropertyIdentifier.From(plan.Text("identifier") ?? plan.Text("name")!),
            OwnerType = plan.Text("owner_type")!,
            Position = NextPosition(transaction, plan.Text("owner_type")!),
        };
        var errors = transaction.Context.Add(property).Assign(plan, "identifier");
        CheckIdentifier(transaction, property, plan, errors);
        CheckOptions(property, plan, errors);
        if (errors.Count > 0)
            return errors;
        transaction.Save();
        return plan.Id;
    }

    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        var property = Find(transaction, plan.Id);
        if (!property.Editable)
            return PropertyErrors.NotEditable();
        var (oldIdentifier, oldType) = (property.Identifier, property.PropertyType);
        var errors = transaction.Context.Entry(property).Assign(plan, "identifier");
        if (plan.Text("identifier") is { } identifier && identifier != oldIdentifier)
            property.Identifier = PropertyIdentifier.From(identifier);
        if (property.Identifier != oldIdentifier)
            CheckIdentifier(transaction, property, plan, errors);
        if (property.PropertyType != oldType && !property.CanChangePropertyType)
            errors.Add(PropertyErrors.InUse("property_type", LinkedProperties.Count(transaction, property.Id)));
        CheckOptions(property, plan, errors);
        if (errors.Count > 0)
            return errors;
        transaction.Context.ChangeTracker.DetectChanges();
        var isFollowed = !property.CanChangePropertyType && Followed.Any(name => transaction.Context.Entry(property).Property(name).IsModified);
        transaction.Save();
        if (isFollowed)
            LinkedProperties.Follow(transaction, property.Id);
        if (isFollowed && property.Identifier != oldIdentifier)
            PropertyHashes.WriteLinked(transaction, property.Id);
        transaction.ClearTracking();
        return plan.Id;
    }

    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        var property = Find(transaction, id);
        if (!property.Editable)
            return PropertyErrors.NotEditable();
        if (LinkedProperties.Count(transaction, id) is > 0 and var count)
            return PropertyErrors.Deleted(count);
        transaction.Context.Remove(property);
        transaction.Save();
        return id;
    }

    private static void CheckIdentifier(WriteTransaction transaction, DefaultProperty property, WritePlan plan, List<RequestError> errors)
    {
        var (company, id, identifier) = (transaction.Scope.CompanyId, property.Id, property.Identifier);
        var isTaken = transaction.Context.DefaultProperties.Any(
            other => other.CompanyId == company && other.OwnerType == property.OwnerType && other.Identifier == identifier && other.Id != id);
        if (isTaken)
            errors.Add(PropertyErrors.Taken(plan.Sets("identifier") ? "identifier" : "name"));
        else if (LinkedProperties.CountConflicts(transaction, id, identifier) is > 0 and var conflicts)
            errors.Add(PropertyErrors.Conflict(conflicts));
    }

    /// <summary>Options are for the type select, which has to have some; another type loses those that it had.</summary>
    private static void CheckOptions(DefaultProperty property, WritePlan plan, List<RequestError> errors)
    {
        if (property.PropertyType == PropertyType.Select)
        {
            if (property.SelectOptions.Count == 0)
                errors.Add(RequestError.Invalid("select_options", "can't be blank for the type select", "blank"));
        }
        else if (plan.Texts("select_options") is { Count: > 0 })
            errors.Add(PropertyErrors.Invalid("select_options", "are for the type select alone"));
        else
            property.SelectOptions = [];
    }

    private static DefaultProperty Find(WriteTransaction transaction, Guid id) =>
        transaction.Context.DefaultProperties.Find(transaction.Scope.CompanyId, id)!;

    private static int NextPosition(WriteTransaction transaction, string ownerType)
    {
        var company = transaction.Scope.CompanyId;
        var last = transaction.Context.DefaultProperties.Where(other => other.CompanyId == company && other.OwnerType == ownerType).Max(other => (int?)other.Position);
        return (int)Math.Min(int.MaxValue, (last ?? 0) + 1L);
    }
}
