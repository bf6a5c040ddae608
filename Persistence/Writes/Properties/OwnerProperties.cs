using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore;
using Persistence.Transactions;

namespace Persistence.Writes.Properties;

/// <summary>
/// The properties of one product group, for a transaction that writes some of them: each as entity, yet to be saved. <see cref="Saved"/> then
/// writes what is kept of them elsewhere.
/// </summary>
internal sealed class OwnerProperties
{
    private readonly WriteTransaction _transaction;
    private readonly Guid _ownerId;
    private readonly List<Property> _rows;
    private readonly List<DefaultProperty> _links;

    internal OwnerProperties(WriteTransaction transaction, Guid ownerId)
    {
        (_transaction, _ownerId) = (transaction, ownerId);
        var (company, type) = (transaction.Scope.CompanyId, WireText.Write(PropertyOwner.ProductGroups));
        _rows = [.. transaction.Context.Properties.Where(property => property.CompanyId == company && property.OwnerId == ownerId)];
        _links = [.. transaction.Context.DefaultProperties.Where(link => link.CompanyId == company && link.OwnerType == type)
            .OrderBy(link => link.Position).ThenBy(link => link.CreatedAt).ThenBy(link => link.Id)];
    }

    /// <summary>
    /// Writes the properties of the body of a product group; returns the caller's errors. One without id that the group has already is changed
    /// instead of being there twice.
    /// </summary>
    /// <param name="transaction">Where to write.</param>
    /// <param name="ownerId">The product group.</param>
    /// <param name="name">The name of the list in the body.</param>
    /// <param name="parts">The properties.</param>
    internal static List<RequestError> Write(WriteTransaction transaction, Guid ownerId, string name, IReadOnlyList<NestedWrite> parts)
    {
        var (errors, properties, named) = (new List<RequestError>(), new OwnerProperties(transaction, ownerId), new HashSet<Guid>());
        foreach (var (index, part) in parts.Index())
        {
            var known = part.Plan.IsCreate ? properties.Match(part.Plan) : properties.Find(part.Plan.Id);
            var found = known is null
                ? part.Plan.IsCreate && !part.IsDestroyed
                    ? properties.Add(part.Plan, New(transaction, named))
                    : [RequestError.Invalid("id", "must be the id of a property of this product group", "not_found")]
                : !named.Add(known.Id) ? [PropertyErrors.Taken(part.Plan)]
                : part.IsDestroyed ? properties.Remove(known)
                : properties.Change(known, part.Plan);
            errors.AddRange(found.Select(error => error.Within($"{name}/{index}")));
        }
        return errors;
    }

    /// <summary>Writes what follows from the properties of a product group, once they are saved; entities are read anew after it.</summary>
    internal static void Saved(WriteTransaction transaction, Guid ownerId)
    {
        PropertyHashes.Write(transaction, ownerId);
        LinkedProperties.CheckTypes(transaction);
        transaction.ClearTracking();
    }

    internal static bool IsNamed(string name, string given) => WireText.Fold(name.Trim()) == WireText.Fold(given.Trim());

    internal static bool IsIdentifiedBy(string identifier, string given) => identifier == given || identifier == PropertyIdentifier.From(given);

    internal Property? Find(Guid id) => _rows.Find(property => property.Id == id);

    /// <summary>The property that a plan without id is about: the one with its identifier, default property or name; null for a new one.</summary>
    internal Property? Match(WritePlan plan) =>
        plan.Text("identifier") is { } identifier ? _rows.Find(property => IsIdentifiedBy(property.Identifier, identifier))
        : plan.Sets("default_property_id") && FindLink(plan) is { } link ? _rows.Find(property => property.Identifier == link.Identifier)
        : plan.Text("name") is { } name ? _rows.Find(property => IsNamed(property.Name, name)) ?? _rows.Find(property => property.Identifier == PropertyIdentifier.From(name))
        : null;

    /// <summary>Adds a property, behind all others unless the plan says where.</summary>
    internal List<RequestError> Add(WritePlan plan) => Add(plan, plan.Id);

    private List<RequestError> Add(WritePlan plan, Guid id)
    {
        var property = new Property
        {
            CompanyId = _transaction.Scope.CompanyId,
            Id = id,
            CreatedAt = _transaction.Now,
            UpdatedAt = _transaction.Now,
            OwnerId = _ownerId,
            Name = "",
            Identifier = "",
            Position = (int)Math.Min(int.MaxValue, _rows.Select(other => (long)other.Position).DefaultIfEmpty().Max() + 1),
        };
        _transaction.Context.Add(property);
        _rows.Add(property);
        return new PropertyChange(_transaction.Context.Entry(property), plan, isNew: true).Apply(FindLink(plan), _rows);
    }

    internal List<RequestError> Change(Property property, WritePlan plan)
    {
        var link = !plan.Sets("default_property_id") ? _links.Find(known => known.Id == property.DefaultPropertyId) : FindLink(plan);
        return new PropertyChange(_transaction.Context.Entry(property), plan, isNew: false).Apply(link, _rows);
    }

    internal List<RequestError> Remove(Property property)
    {
        _rows.Remove(property);
        _transaction.Context.Remove(property);
        return [];
    }

    private static Guid New(WriteTransaction transaction, HashSet<Guid> named)
    {
        var id = Guid.CreateVersion7(transaction.Now);
        named.Add(id);
        return id;
    }

    /// <summary>The default property that a plan names: by id, else by identifier, else by name.</summary>
    private DefaultProperty? FindLink(WritePlan plan) =>
        plan.Sets("default_property_id") ? _links.Find(link => link.Id == plan.Uuid("default_property_id"))
        : plan.Text("identifier") is { } identifier ? _links.Find(link => IsIdentifiedBy(link.Identifier, identifier))
        : plan.Text("name") is { } name ? _links.Find(link => IsNamed(link.Name, name))
        : null;
}
