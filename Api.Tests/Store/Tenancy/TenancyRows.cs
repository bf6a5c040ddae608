using Api.Tests.Support;
using JsonApi.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Api.Tests.Store.Tenancy;

/// <summary>
/// Rows of the resources that no other code makes, so that a new resource is in the matrix without an edit: texts name the owner, keys lead to
/// rows that are there, and everything else has its default value.
/// </summary>
internal static class TenancyRows
{
    internal static Guid CompanyId(int number) => Guid.Parse($"{number:x8}-0000-4abc-8def-000000000000");

    /// <summary>The id of a row of a resource, or null where there is none.</summary>
    internal static string? IdOf(ApiServer server, ResourceDefinition definition, int number)
    {
        using var context = server.Database.CreateContext();
        return Ids(context, definition.Entity, CompanyId(number)).Cast<Guid?>().FirstOrDefault()?.ToString();
    }

    internal static void AddMissing(ApiServer server, ResourceCatalog catalog, int number, int ids, string owner)
    {
        using var context = server.Database.CreateContext();
        var company = CompanyId(number);
        foreach (var (index, definition) in catalog.Definitions.Index())
            for (var i = Ids(context, definition.Entity, company).Length; i < 2; i++)
            {
                var type = context.Model.FindEntityType(definition.Entity)!;
                if (type.ClrType.IsAbstract)
                    throw new InvalidOperationException($"{definition.Type} has no rows in the tenancy tests.");
                var entry = context.Entry(Activator.CreateInstance(type.ClrType)!);
                foreach (var property in type.GetProperties().Where(property => !property.IsShadowProperty()))
                    if (Value(context, property, company, Guid.Parse($"{ids:x8}-{index:x4}-4abc-8eef-{i:x12}"), $"{definition.Type} {i} {owner}") is { } value)
                        entry.Property(property).CurrentValue = value;
                entry.State = EntityState.Added;
                context.SaveChanges();
            }
    }

    private static object? Value(DbContext context, IProperty property, Guid company, Guid id, string text)
    {
        if (property.Name == "CompanyId")
            return company;
        if (property.Name == "Id")
            return id;
        if (property.GetContainingForeignKeys().FirstOrDefault(key => key.PrincipalEntityType.FindProperty("CompanyId") is not null) is { } foreign)
            return property.IsNullable ? null : Ids(context, foreign.PrincipalEntityType.ClrType, company).First();
        if (property.ClrType == typeof(DateTimeOffset))
            return DateTimeOffset.UnixEpoch;
        // Text, and JSON where it has to be.
        return property.ClrType == typeof(string) ? $$"""{"text":"{{text}}"}""" : null;
    }

    private static Guid[] Ids(DbContext context, Type entity, Guid company)
    {
        var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(entity).Invoke(context, null)!;
        return [.. rows.Where(row => EF.Property<Guid>(row, "CompanyId") == company).Select(row => EF.Property<Guid>(row, "Id")).OrderBy(id => id)];
    }
}
