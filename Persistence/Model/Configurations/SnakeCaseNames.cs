using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Persistence.Model.Configurations;

/// <summary>Tables and columns have the names that the wire uses.</summary>
internal static class SnakeCaseNames
{
    internal static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.BaseType is null)
                entity.SetTableName(JsonNamingPolicy.SnakeCaseLower.ConvertName(entity.GetTableName()!));
            foreach (var property in entity.GetDeclaredProperties())
                property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
