using Domain.Companies;
using Domain.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class OperationConfiguration : IEntityTypeConfiguration<Operation>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.HasKey(operation => new { operation.CompanyId, operation.Id });
        builder.HasOne<Company>().WithMany().HasForeignKey(operation => operation.CompanyId);
        builder.HasIndex(operation => new { operation.CompanyId, operation.CreatedAt, operation.Id });
        builder.HasIndex(operation => new { operation.CompanyId, operation.Status, operation.CreatedAt, operation.Id });
    }
}
