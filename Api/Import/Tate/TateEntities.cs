using System.Buffers.Binary;
using System.Security.Cryptography;
using Domain;
using Domain.Collections;
using Domain.Items;
using Persistence.Import;

namespace Api.Import.Tate;

/// <summary>What a Tate record becomes in the catalogue.</summary>
internal sealed class TateEntities(Guid companyId, ImportStamps stamps)
{
    private readonly SlugSequence _itemSlugs = new();
    private readonly SlugSequence _collectionSlugs = new();

    internal TateProperties Properties { get; } = new(companyId, stamps);

    internal ProductGroup ProductGroup(TateArtwork artwork)
    {
        var stamp = stamps.Next();
        return new ProductGroup
        {
            CompanyId = companyId,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            Name = artwork.Title,
            Slug = _itemSlugs.Next(Slug.From(artwork.Title, "item")),
            Sku = artwork.AccessionNumber,
            Excerpt = artwork.Medium,
            ProductType = ProductType.Rental,
            TrackingType = TrackingType.Trackable,
            Trackable = true,
            PriceType = PriceType.Simple,
            PricePeriod = PricePeriod.Day,
            Properties = Properties.Hash(artwork),
        };
    }

    internal Product Product(ProductGroup group)
    {
        var stamp = stamps.Next();
        return new Product
        {
            CompanyId = companyId,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            ProductGroupId = group.Id,
            Name = group.Name,
        };
    }

    internal ArtworkDetails Details(TateArtwork artwork, Guid itemId) => new()
    {
        CompanyId = companyId,
        ItemId = itemId,
        ArtistId = ArtistId(artwork.ArtistId),
        ArtistName = artwork.ArtistName,
        Medium = artwork.Medium,
        Date = artwork.DateText,
        WidthMillimetres = artwork.Width,
        HeightMillimetres = artwork.Height,
        DepthMillimetres = artwork.Depth,
        CreditLine = artwork.CreditLine,
        Permalink = artwork.Url,
    };

    internal Photo Photo(Item owner, string url, string altText)
    {
        var stamp = stamps.Next();
        return new Photo
        {
            CompanyId = companyId,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            OriginalUrl = url,
            LargeUrl = url,
            XlargeUrl = url,
            AltText = altText,
            OwnerId = owner.Id,
            OwnerType = owner.Kind,
        };
    }

    internal Bundle Bundle(ArtistWorks works)
    {
        var stamp = stamps.Next();
        var name = "Works by " + works.ArtistName;
        return new Bundle
        {
            CompanyId = companyId,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            Name = name,
            Slug = _itemSlugs.Next(Slug.From(name, "item")),
        };
    }

    internal BundleItem BundleItem(Bundle bundle, Guid productGroupId, int position)
    {
        var stamp = stamps.Next();
        return new BundleItem
        {
            CompanyId = companyId,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            BundleId = bundle.Id,
            ProductGroupId = productGroupId,
            Position = position,
        };
    }

    internal Collection AllArtworks(int itemCount) => Collection("All artworks", null, null, 1, itemCount, system: true);

    internal Collection Collection(TateSubject subject, Guid? parentId, int position, int itemCount) =>
        Collection(subject.Name, parentId, position, subject.Level, itemCount, system: false);

    internal CollectionItem CollectionItem(Guid collectionId, Guid itemId, bool isImplicit)
    {
        var stamp = stamps.Next();
        return new CollectionItem
        {
            CompanyId = companyId,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            CollectionId = collectionId,
            ItemId = itemId,
            Implicit = isImplicit,
        };
    }

    private Collection Collection(string name, Guid? parentId, int? position, int depth, int itemCount, bool system)
    {
        var stamp = stamps.Next();
        return new Collection
        {
            CompanyId = companyId,
            Id = stamp.Id,
            CreatedAt = stamp.Time,
            UpdatedAt = stamp.Time,
            Name = name,
            Slug = _collectionSlugs.Next(Slug.From(name, "collection")),
            ParentId = parentId,
            Position = position,
            Depth = depth,
            ItemCount = itemCount,
            System = system,
        };
    }

    // Artists are no rows of their own, so their id is made of what is known of them and comes out the same again.
    private Guid ArtistId(int tateId)
    {
        Span<byte> source = stackalloc byte[20];
        companyId.TryWriteBytes(source, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(source[16..], tateId);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(source, hash);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0f)); // UUID version 8: made by a rule of our own
        hash[8] = (byte)(0x80 | (hash[8] & 0x3f));
        return new Guid(hash[..16], bigEndian: true);
    }
}
