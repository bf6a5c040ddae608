using Domain.Collections;
using Domain.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Configurations;

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
        builder.HasKey(place => new { place.CompanyId, place.Id });
        builder.HasOne(place => place.Collection).WithMany(collection => collection.CollectionItems)
            .HasForeignKey(place => new { place.CompanyId, place.CollectionId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(place => place.Item).WithMany(item => item.CollectionItems)
            .HasForeignKey(place => new { place.CompanyId, place.ItemId })
            .OnDelete(DeleteBehavior.Restrict);

        // One place per collection and item (rule I1).
        builder.HasIndex(place => new { place.CompanyId, place.CollectionId, place.ItemId }).IsUnique();
        // A collection's shelf in its default order; with implicit at the end, counts of either kind need no row.
        builder.HasIndex(place => new { place.CompanyId, place.CollectionId, place.Position, place.CreatedAt, place.Id, place.Implicit });
        // The default order of all shelves together.
        builder.HasIndex(place => new { place.CompanyId, place.Position, place.CreatedAt, place.Id, place.Implicit });
        // All places of an item: sources, archiving.
        builder.HasIndex(place => new { place.CompanyId, place.ItemId, place.Implicit, place.CollectionId });
        // Newest first, of all and of either kind.
        builder.HasIndex(place => new { place.CompanyId, place.CreatedAt, place.Id });
        builder.HasIndex(place => new { place.CompanyId, place.Implicit, place.CreatedAt, place.Id });
    }
}
