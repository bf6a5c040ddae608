using System.Text;
using Api.Resources;
using Api.Tests.Support;
using Domain.Companies;
using Domain.Items;
using JsonApi;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore;
using Persistence.Connections;
using Persistence.Model;
using Persistence.Sqlite;
using Persistence.Transactions;

namespace Api.Tests.Properties;

/// <summary>Photos that come and go while somebody pages through them.</summary>
internal sealed class PhotoPagingStore : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-cursors-").FullName;
    private readonly CatalogDbContext _context;
    private readonly ConnectionPool _connections;
    private readonly QueryPipeline _pipeline;
    private readonly JsonApi.Definitions.ResourceDefinition _photos;
    private readonly Guid _company = Guid.NewGuid(), _owner = Guid.NewGuid();

    internal PhotoPagingStore()
    {
        var database = new SqliteDatabase($"Data Source={Path.Combine(_folder, "catalog.db")}");
        database.Migrate();
        _context = database.CreateContext();
        // Nothing here has to survive a power cut.
        _context.Database.ExecuteSqlRaw("PRAGMA synchronous = OFF");
        var now = DateTimeOffset.UnixEpoch;
        _context.Add(new Company { Id = _company, Slug = "photos", Name = "Photos", CreatedAt = now, UpdatedAt = now });
        _context.Add(new ProductGroup { CompanyId = _company, Id = _owner, CreatedAt = now, UpdatedAt = now, Name = "Owner", Slug = "owner" });
        _context.SaveChanges();
        _connections = new ConnectionPool(database);
        var catalog = StoreCatalog.Create();
        _photos = catalog.Find("photos")!;
        _pipeline = new QueryPipeline(new QueryPlanner(new QueryLimits(), TestSigner.Fixed), new SqlPlanExecutor(_connections));
    }

    /// <summary>Adds some, each with values that others have too, and many of them null.</summary>
    internal List<Guid> Add(Random random, int count)
    {
        var photos = Enumerable.Range(0, count).Select(_ => new Photo
        {
            CompanyId = _company, Id = Guid.NewGuid(), CreatedAt = RandomCatalogue.Instant(random), UpdatedAt = RandomCatalogue.Instant(random),
            OriginalUrl = "o", LargeUrl = "l", XlargeUrl = "x", AltText = RandomText.PickOrNull(random), Position = random.Next(1, 4),
            Width = random.Next(2) == 0 ? null : random.Next(3), OwnerId = _owner, OwnerType = ItemKind.ProductGroups,
        }).ToList();
        _context.AddRange(photos);
        _context.SaveChanges();
        return photos.ConvertAll(photo => photo.Id);
    }

    internal void Remove(IReadOnlyCollection<Guid> ids) => _context.Photos.Where(photo => ids.Contains(photo.Id)).ExecuteDelete();

    internal void Clear()
    {
        _context.Photos.ExecuteDelete();
        _context.ChangeTracker.Clear();
    }

    internal string List(string query)
    {
        var answer = _pipeline.RunAsync(Reads.Get(_photos, new TenantScope(_company), query), CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
        if (!answer.Document.TryGet(out var document))
            throw new InvalidOperationException(answer.Document.Errors[0].Detail);
        using (document)
            return Encoding.UTF8.GetString(document.Written.Span);
    }

    public void Dispose()
    {
        _connections.Dispose();
        _context.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
