using Domain.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class CompanyConfiguration : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.HasKey(company => company.Id);
        builder.HasIndex(company => company.Slug).IsUnique();
    }
}

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        // The key does not start with the company, which is found by it.
        builder.HasKey(token => token.Hash);
        builder.HasOne<Company>().WithMany().HasForeignKey(token => token.CompanyId);
    }
}

internal sealed class ServerKeyConfiguration : IEntityTypeConfiguration<ServerKey>
{
    // No company: all of them share a key.
    public void Configure(EntityTypeBuilder<ServerKey> builder) => builder.HasKey(key => key.Name);
}
