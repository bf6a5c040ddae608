using Domain.Collections;
using Domain.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class CollectionConfiguration : IEntityTypeConfiguration<Collection>
{
    public void Configure(EntityTypeBuilder<Collection> builder)
    {
        builder.HasKey(collection => new { collection.CompanyId, collection.Id });
        builder.HasOne<Company>().WithMany().HasForeignKey(collection => collection.CompanyId);
        builder.HasOne(collection => collection.Parent).WithMany()
            .HasForeignKey(collection => new { collection.CompanyId, collection.ParentId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasFolded(nameof(Collection.Name));
        builder.HasIndex(collection => new { collection.CompanyId, collection.Slug }).IsUnique();
        builder.HasIndex(collection => new { collection.CompanyId, collection.ParentId, collection.Position, collection.CreatedAt, collection.Id });
        builder.HasIndex(collection => new { collection.CompanyId, collection.Position, collection.CreatedAt, collection.Id });
        builder.HasIndex(collection => new { collection.CompanyId, collection.CreatedAt, collection.Id });
    }
}

internal sealed class CollectionItemConfiguration : IEntityTypeConfiguration<CollectionItem>
{
    public void Configure(EntityTypeBuilder<CollectionItem> builder)
    {
        builder.HasKey(item => new { item.CompanyId, item.Id });
        builder.HasOne(item => item.Collection).WithMany(collection => collection.CollectionItems)
            .HasForeignKey(item => new { item.CompanyId, item.CollectionId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(item => item.Item).WithMany(item => item.CollectionItems)
            .HasForeignKey(item => new { item.CompanyId, item.ItemId })
            .OnDelete(DeleteBehavior.Restrict);

        // One collection item for a collection and an item (rule I1).
        builder.HasIndex(item => new { item.CompanyId, item.CollectionId, item.ItemId }).IsUnique();
        // A collection's items in their default order; with implicit at the end, counts of either kind need no row.
        builder.HasIndex(item => new { item.CompanyId, item.CollectionId, item.Position, item.CreatedAt, item.Id, item.Implicit });
        // The default order of all collections together.
        builder.HasIndex(item => new { item.CompanyId, item.Position, item.CreatedAt, item.Id, item.Implicit });
        // All collection items of an item: sources, archiving.
        builder.HasIndex(item => new { item.CompanyId, item.ItemId, item.Implicit, item.CollectionId });
        // Newest first, of all and of either kind.
        builder.HasIndex(item => new { item.CompanyId, item.CreatedAt, item.Id });
        builder.HasIndex(item => new { item.CompanyId, item.Implicit, item.CreatedAt, item.Id });
    }
}
