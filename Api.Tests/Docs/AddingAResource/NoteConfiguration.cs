using Domain.Collections;
using Domain.Companies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class NoteConfiguration : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("notes");
        builder.HasKey(note => new { note.CompanyId, note.Id });
        builder.HasOne<Company>().WithMany().HasForeignKey(note => note.CompanyId);
        builder.HasOne(note => note.Collection).WithMany()
            .HasForeignKey(note => new { note.CompanyId, note.CollectionId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(note => new { note.CompanyId, note.CollectionId });
        builder.HasIndex(note => new { note.CompanyId, note.CreatedAt, note.Id });
    }
}
