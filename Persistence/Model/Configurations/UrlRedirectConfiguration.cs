using Domain.Companies;
using Domain.Redirects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class UrlRedirectConfiguration : IEntityTypeConfiguration<UrlRedirect>
{
    public void Configure(EntityTypeBuilder<UrlRedirect> builder)
    {
        builder.HasKey(redirect => new { redirect.CompanyId, redirect.Id });
        builder.HasOne<Company>().WithMany().HasForeignKey(redirect => redirect.CompanyId);
        builder.HasIndex(redirect => new { redirect.CompanyId, redirect.FromPath }).IsUnique();
        builder.HasIndex(redirect => new { redirect.CompanyId, redirect.ToPath });
        builder.HasIndex(redirect => new { redirect.CompanyId, redirect.CreatedAt, redirect.Id });
    }
}
