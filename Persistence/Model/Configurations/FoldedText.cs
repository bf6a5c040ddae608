using JsonApi.Definitions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

/// <summary>
/// Case-folded text in its own column beside the raw one, for text that is looked up at scale: <c>name_folded</c> beside
/// <c>name</c>. Written here and by the importer; read by the query compiler.
/// </summary>
internal static class FoldedText
{
    private const string Suffix = "Folded";

    /// <summary>Adds the folded twin of a text property.</summary>
    internal static void HasFolded<TEntity>(this EntityTypeBuilder<TEntity> entity, string property) where TEntity : class
    {
        var raw = entity.Metadata.FindProperty(property) ?? entity.Property(property).Metadata;
        entity.Property<string>(property + Suffix).IsRequired(!raw.IsNullable);
    }

    /// <summary>The folded twin of a property, or null where it has none.</summary>
    internal static IReadOnlyProperty? FindFolded(IReadOnlyProperty property) =>
        property.DeclaringType.FindProperty(property.Name + Suffix);

    internal static void Write(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries())
            foreach (var property in entry.Metadata.GetProperties())
                if (FindFolded(property) is { } folded)
                    entry.Property(folded.Name).CurrentValue =
                        entry.Property(property.Name).CurrentValue is string text ? WireText.Fold(text) : null;
    }
}
