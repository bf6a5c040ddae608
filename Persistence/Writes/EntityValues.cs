using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>The values of a plan to the properties of an entity, by the paths that the resource's definition declares.</summary>
internal static class EntityValues
{
    /// <summary>
    /// Sets every attribute that the plan gives, but for the excepted, which a rule of the resource sets. An attribute that is set once keeps the
    /// value it has: giving another one is the caller's error.
    /// </summary>
    internal static List<RequestError> Assign(this EntityEntry entry, WritePlan plan, params ReadOnlySpan<string> except)
    {
        var errors = new List<RequestError>();
        foreach (var (name, value) in plan.Values)
        {
            if (plan.Definition.FindAttribute(name) is not { } attribute || except.Contains(name))
                continue;
            var property = entry.Property(attribute.Paths[0].Property.Name);
            var clrValue = Read(property.Metadata.ClrType, value);
            if (attribute.Writability == Writability.OnCreate && !plan.IsCreate && property.CurrentValue is not null && !Equals(property.CurrentValue, clrValue))
                errors.Add(WrittenOnce(name));
            else if (!AreEqual(property, clrValue))
                property.CurrentValue = clrValue;
        }
        return errors;
    }

    /// <summary>Saves what was changed; an entity that was really changed gets the time of the transaction.</summary>
    internal static void Save(this WriteTransaction transaction)
    {
        var context = transaction.Context;
        context.ChangeTracker.DetectChanges();
        foreach (var entry in context.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified))
            if (entry.Metadata.FindProperty("UpdatedAt") is not null)
                entry.Property("UpdatedAt").CurrentValue = transaction.Now;
        context.SaveChanges();
    }

    internal static RequestError WrittenOnce(string name) =>
        RequestError.Refused([name], "cannot be written after the resource was created", "unwrittable_attribute");

    private static bool AreEqual(PropertyEntry property, object? value) =>
        property.Metadata.GetValueComparer().Equals(property.CurrentValue, value);

    private static object? Read(Type type, object? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value is string name && type.IsEnum ? WireText.ReadEnum(type, name)
            : value is IReadOnlyList<string> texts ? texts.ToList()
            : value;
    }
}
