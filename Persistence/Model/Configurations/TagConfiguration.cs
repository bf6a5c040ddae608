using Domain.Companies;
using Domain.Items;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.HasKey(tag => new { tag.CompanyId, tag.Id });
        builder.HasOne<Company>().WithMany().HasForeignKey(tag => tag.CompanyId);
        builder.HasIndex(tag => new { tag.CompanyId, tag.ItemKind, tag.Name }).IsUnique();
    }
}
