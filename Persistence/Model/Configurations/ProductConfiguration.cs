using Domain.Companies;
using Domain.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.HasKey(product => new { product.CompanyId, product.Id });
        builder.HasOne<Company>().WithMany().HasForeignKey(product => product.CompanyId);
        builder.HasOne(product => product.ProductGroup).WithMany(group => group.Products)
            .HasForeignKey(product => new { product.CompanyId, product.ProductGroupId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(product => product.Photo).WithMany()
            .HasForeignKey(product => new { product.CompanyId, product.PhotoId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasFolded(nameof(Product.Name));
        builder.HasIndex(product => new { product.CompanyId, product.ProductGroupId, product.CreatedAt, product.Id });
        builder.HasIndex(product => new { product.CompanyId, product.CreatedAt, product.Id });
        builder.HasIndex(product => new { product.CompanyId, product.PhotoId });
        builder.HasIndex(nameof(Product.CompanyId), nameof(Product.Name) + "Folded", nameof(Product.Name), nameof(Product.Id));
    }
}
