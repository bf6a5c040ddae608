using Domain.Companies;
using Domain.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class ItemConfiguration : IEntityTypeConfiguration<Item>
{
    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.HasKey(item => new { item.CompanyId, item.Id });
        builder.HasDiscriminator(item => item.Kind)
            .HasValue<ProductGroup>(ItemKind.ProductGroups)
            .HasValue<Bundle>(ItemKind.Bundles);
        builder.HasOne<Company>().WithMany().HasForeignKey(item => item.CompanyId);
        builder.HasOne(item => item.Photo).WithMany()
            .HasForeignKey(item => new { item.CompanyId, item.PhotoId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(item => item.Photos).WithOne(photo => photo.Owner)
            .HasForeignKey(photo => new { photo.CompanyId, photo.OwnerId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasFolded(nameof(Item.Name));
        builder.HasIndex(item => new { item.CompanyId, item.Slug }).IsUnique();
        builder.HasIndex(item => new { item.CompanyId, item.CreatedAt, item.Id });
        builder.HasIndex(item => new { item.CompanyId, item.Kind, item.CreatedAt, item.Id });
        builder.HasIndex(nameof(Item.CompanyId), nameof(Item.Name) + "Folded", nameof(Item.Name), nameof(Item.Id));
    }
}

internal sealed class ProductGroupConfiguration : IEntityTypeConfiguration<ProductGroup>
{
    public void Configure(EntityTypeBuilder<ProductGroup> builder)
    {
        builder.HasFolded(nameof(ProductGroup.Sku));
        builder.HasIndex(nameof(Item.CompanyId), nameof(ProductGroup.Sku) + "Folded");
        builder.HasOne(group => group.Artwork).WithOne()
            .HasForeignKey<ArtworkDetails>(artwork => new { artwork.CompanyId, artwork.ItemId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ArtworkDetailsConfiguration : IEntityTypeConfiguration<ArtworkDetails>
{
    public void Configure(EntityTypeBuilder<ArtworkDetails> builder)
    {
        builder.HasKey(artwork => new { artwork.CompanyId, artwork.ItemId });
        builder.HasIndex(artwork => new { artwork.CompanyId, artwork.ArtistId });
    }
}

internal sealed class BundleItemConfiguration : IEntityTypeConfiguration<BundleItem>
{
    public void Configure(EntityTypeBuilder<BundleItem> builder)
    {
        builder.HasKey(item => new { item.CompanyId, item.Id });
        builder.HasOne(item => item.Bundle).WithMany(bundle => bundle.BundleItems)
            .HasForeignKey(item => new { item.CompanyId, item.BundleId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(item => item.ProductGroup).WithMany()
            .HasForeignKey(item => new { item.CompanyId, item.ProductGroupId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(item => item.Product).WithMany()
            .HasForeignKey(item => new { item.CompanyId, item.ProductId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => new { item.CompanyId, item.BundleId, item.Position, item.CreatedAt, item.Id });
        builder.HasIndex(item => new { item.CompanyId, item.Position, item.CreatedAt, item.Id });
    }
}

internal sealed class PhotoConfiguration : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.HasKey(photo => new { photo.CompanyId, photo.Id });
        builder.HasIndex(photo => new { photo.CompanyId, photo.OwnerId, photo.Position, photo.CreatedAt, photo.Id });
        builder.HasIndex(photo => new { photo.CompanyId, photo.Position, photo.CreatedAt, photo.Id });
    }
}
