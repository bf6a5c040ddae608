using Domain.Collections;
using Domain.Companies;
using Domain.Favourites;
using Domain.Items;
using Domain.Operations;
using Domain.Redirects;
using Microsoft.EntityFrameworkCore;
using Persistence.Model.Configurations;

namespace Persistence.Model;

/// <summary>
/// The catalogue's mapping and migrations. The query compiler takes every table and column name from it too, by way of
/// <c>Sqlite/Schema/mapping.txt</c>, so there is one mapping. Reads of the API do not go through it.
/// </summary>
public sealed class CatalogDbContext(DbContextOptions<CatalogDbContext> options) : DbContext(options)
{
    public DbSet<Company> Companies => Set<Company>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<ServerKey> ServerKeys => Set<ServerKey>();

    public DbSet<Collection> Collections => Set<Collection>();

    public DbSet<CollectionItem> CollectionItems => Set<CollectionItem>();

    public DbSet<Item> Items => Set<Item>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<BundleItem> BundleItems => Set<BundleItem>();

    public DbSet<Photo> Photos => Set<Photo>();

    public DbSet<ArtworkDetails> ArtworkDetails => Set<ArtworkDetails>();

    public DbSet<Property> Properties => Set<Property>();

    public DbSet<DefaultProperty> DefaultProperties => Set<DefaultProperty>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<UrlRedirect> UrlRedirects => Set<UrlRedirect>();

    public DbSet<Operation> Operations => Set<Operation>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<FavouritesToken> FavouritesTokens => Set<FavouritesToken>();

    public DbSet<UserCollection> UserCollections => Set<UserCollection>();

    public DbSet<UserCollectionItem> UserCollectionItems => Set<UserCollectionItem>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<WireConversions.Uuid>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<WireConversions.Instant>();
        configurationBuilder.Properties<List<string>>().HaveConversion<WireConversions.Texts, WireConversions.TextsComparer>();
        configurationBuilder.Properties<ItemKind>().HaveConversion<WireConversions.EnumName<ItemKind>>();
        configurationBuilder.Properties<ProductType>().HaveConversion<WireConversions.EnumName<ProductType>>();
        configurationBuilder.Properties<TrackingType>().HaveConversion<WireConversions.EnumName<TrackingType>>();
        configurationBuilder.Properties<PriceType>().HaveConversion<WireConversions.EnumName<PriceType>>();
        configurationBuilder.Properties<PricePeriod>().HaveConversion<WireConversions.EnumName<PricePeriod>>();
        configurationBuilder.Properties<ProductKind>().HaveConversion<WireConversions.EnumName<ProductKind>>();
        configurationBuilder.Properties<PropertyType>().HaveConversion<WireConversions.EnumName<PropertyType>>();
        configurationBuilder.Properties<PropertyOwner>().HaveConversion<WireConversions.EnumName<PropertyOwner>>();
        configurationBuilder.Properties<OperationStatus>().HaveConversion<WireConversions.EnumName<OperationStatus>>();
        configurationBuilder.Properties<CollectionType>().HaveConversion<WireConversions.EnumName<CollectionType>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CatalogDbContext).Assembly);
        SnakeCaseNames.Apply(modelBuilder);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        FoldedText.Write(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        FoldedText.Write(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
