using Domain.Companies;
using Domain.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class DefaultPropertyConfiguration : IEntityTypeConfiguration<DefaultProperty>
{
    public void Configure(EntityTypeBuilder<DefaultProperty> builder)
    {
        builder.HasKey(property => new { property.CompanyId, property.Id });
        builder.HasOne<Company>().WithMany().HasForeignKey(property => property.CompanyId);
        builder.HasIndex(property => new { property.CompanyId, property.OwnerType, property.Identifier }).IsUnique();
        builder.HasIndex(property => new { property.CompanyId, property.Position, property.CreatedAt, property.Id });
    }
}

internal sealed class PropertyConfiguration : IEntityTypeConfiguration<Property>
{
    public void Configure(EntityTypeBuilder<Property> builder)
    {
        builder.HasKey(property => new { property.CompanyId, property.Id });
        builder.HasOne<Company>().WithMany().HasForeignKey(property => property.CompanyId);
        builder.HasOne(property => property.Owner).WithMany(group => group.PropertyRows)
            .HasForeignKey(property => new { property.CompanyId, property.OwnerId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(property => property.DefaultProperty).WithMany()
            .HasForeignKey(property => new { property.CompanyId, property.DefaultPropertyId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(property => new { property.CompanyId, property.OwnerId, property.Position, property.CreatedAt, property.Id });
        builder.HasIndex(property => new { property.CompanyId, property.DefaultPropertyId });
        builder.HasIndex(property => new { property.CompanyId, property.Position, property.CreatedAt, property.Id });
    }
}
