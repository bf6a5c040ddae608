using Domain.Companies;
using Domain.Favourites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Persistence.Model.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.HasKey(user => new { user.CompanyId, user.Id });
        builder.HasOne<Company>().WithMany().HasForeignKey(user => user.CompanyId);
        builder.HasFolded(nameof(User.Email));
        builder.HasIndex(nameof(User.CompanyId), nameof(User.Email) + "Folded").IsUnique();
    }
}

internal sealed class ApplicationConfiguration : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.HasKey(application => new { application.CompanyId, application.ClientId });
        builder.HasOne<Company>().WithMany().HasForeignKey(application => application.CompanyId);
        // Does not start with the company, which is found by it.
        builder.HasIndex(application => application.ClientId).IsUnique();
    }
}

internal sealed class FavouritesTokenConfiguration : IEntityTypeConfiguration<FavouritesToken>
{
    public void Configure(EntityTypeBuilder<FavouritesToken> builder)
    {
        // Like that of the store's tokens, this key does not start with the company, which is found by it.
        builder.HasKey(token => token.Hash);
        builder.HasOne<Company>().WithMany().HasForeignKey(token => token.CompanyId);
        builder.HasOne(token => token.User).WithMany()
            .HasForeignKey(token => new { token.CompanyId, token.UserId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Application>().WithMany()
            .HasForeignKey(token => new { token.CompanyId, token.ClientId })
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UserCollectionConfiguration : IEntityTypeConfiguration<UserCollection>
{
    public void Configure(EntityTypeBuilder<UserCollection> builder)
    {
        builder.HasKey(collection => new { collection.CompanyId, collection.Id });
        builder.HasOne(collection => collection.User).WithMany(user => user.Collections)
            .HasForeignKey(collection => new { collection.CompanyId, collection.UserId })
            .OnDelete(DeleteBehavior.Cascade);
        // A user's collections in their default order.
        builder.HasIndex(collection => new { collection.CompanyId, collection.UserId, collection.CreatedAt, collection.Id });
        // At most one default per user.
        builder.HasIndex(collection => new { collection.CompanyId, collection.UserId }).IsUnique().HasFilter("\"default\"");
    }
}

internal sealed class UserCollectionItemConfiguration : IEntityTypeConfiguration<UserCollectionItem>
{
    public void Configure(EntityTypeBuilder<UserCollectionItem> builder)
    {
        builder.HasKey(item => new { item.CompanyId, item.Id });
        builder.HasOne(item => item.Collection).WithMany(collection => collection.Items)
            .HasForeignKey(item => new { item.CompanyId, item.CollectionId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(item => item.Artwork).WithMany()
            .HasForeignKey(item => new { item.CompanyId, item.ArtworkId })
            .OnDelete(DeleteBehavior.Restrict);

        // An artwork is in a collection once.
        builder.HasIndex(item => new { item.CompanyId, item.CollectionId, item.ArtworkId }).IsUnique();
        // A collection in its order; neighbours, ends and counts are found in it.
        builder.HasIndex(item => new { item.CompanyId, item.CollectionId, item.Rank, item.Id, item.Visible });
    }
}
