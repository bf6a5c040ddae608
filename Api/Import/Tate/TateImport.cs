using System.Diagnostics;
using Domain.Collections;
using Domain.Items;
using Persistence.Connections;
using Persistence.Import;

namespace Api.Import.Tate;

/// <summary>
/// Loads a Tate folder into an empty company, in one transaction. A refused row is left out together with what hangs on it;
/// everything else is loaded.
/// </summary>
internal sealed class TateImport
{
    private const int ItemsPerReport = 4096;

    private readonly CatalogImport _catalog;
    private readonly TateReader _reader;
    private readonly TateEntities _entities;
    private readonly Action<TateProgress> _progress;
    private readonly List<Guid> _items = [];
    private readonly Dictionary<int, int> _artworkIndexes = [];
    private readonly TateBundles _bundles = new();
    private readonly TateSummary _summary;

    private TateImport(CatalogImport catalog, TateFolder folder, Action<TateProgress> progress)
    {
        _catalog = catalog;
        _progress = progress;
        _summary = new TateSummary { Company = catalog.Company };
        _reader = new TateReader(folder, _summary.Refused, progress);
        _entities = new TateEntities(catalog.Company.Id, catalog.Stamps);
    }

    internal static TateSummary Run(
        CatalogDatabase database, string folder, string companySlug, string companyName, TimeProvider clock, Action<TateProgress> progress,
        Action<CatalogImport>? addMore = null)
    {
        var watch = Stopwatch.StartNew();
        var files = new TateFolder(folder);
        using var catalog = CatalogImport.Begin(database, companySlug, companyName, clock);
        var import = new TateImport(catalog, files, progress);
        import.Load();
        addMore?.Invoke(catalog);
        progress(new TateProgress("commit", 0));
        catalog.Commit();
        progress(new TateProgress("commit", 1));
        import._summary.Elapsed = watch.Elapsed;
        return import._summary;
    }

    private void Load()
    {
        _summary.Artists = _reader.ReadArtists();
        var tree = new SubjectTree(_reader.ReadSubjects());
        LoadArtworks();
        LoadBundles();
        var placed = _reader.ReadLinks()
            .Select(link => new Holding(tree.IndexOf(link.SubjectId), _artworkIndexes[link.ArtworkId]))
            .ToArray();
        Array.Sort(placed);
        var inLevel2 = tree.Ancestors(placed);
        var inLevel1 = tree.Ancestors(inLevel2);
        var everything = _catalog.Add(_entities.AllArtworks(_items.Count));
        var collections = LoadCollections(tree, placed);
        _summary.ExplicitItems = placed.Length;
        _summary.ImplicitItems = inLevel1.Length + inLevel2.Length;
        LoadCollectionItems(everything, collections, [.. inLevel1, .. inLevel2], placed);
    }

    private void LoadArtworks()
    {
        foreach (var property in _entities.Properties.Defaults)
            _catalog.Add(property);
        foreach (var artwork in _reader.ReadArtworks())
        {
            var item = _entities.ProductGroup(artwork);
            var photo = artwork.ThumbnailUrl is { } url ? _entities.Photo(item, url, artwork.Title) : null;
            AddItem(item, photo);
            _catalog.Add(_entities.Product(item));
            _catalog.Add(_entities.Details(artwork, item.Id));
            foreach (var property in _entities.Properties.Of(artwork, item))
                _catalog.Add(property);
            _artworkIndexes.Add(artwork.Id, _items.Count);
            _items.Add(item.Id);
            _bundles.Note(artwork, item.Id);
        }
        _summary.Artworks = _items.Count;
    }

    private void LoadBundles()
    {
        foreach (var works in _bundles.Choose())
        {
            var bundle = _entities.Bundle(works);
            AddItem(bundle, works.ThumbnailUrl is { } url ? _entities.Photo(bundle, url, works.ThumbnailTitle!) : null);
            for (var index = 0; index < works.First.Count; index++)
                _catalog.Add(_entities.BundleItem(bundle, works.First[index], index + 1));
            _summary.Bundles++;
        }
    }

    private void AddItem<TItem>(TItem item, Photo? photo) where TItem : Item
    {
        item.PhotoId = photo?.Id;
        _catalog.Add(item);
        if (photo is null)
            return;
        _catalog.Add(photo);
        _summary.Photos++;
    }

    private Guid[] LoadCollections(SubjectTree tree, Holding[] placed)
    {
        var counts = new int[tree.Subjects.Length];
        foreach (var holding in placed)
            counts[holding.Subject]++;
        var ids = new Guid[tree.Subjects.Length];
        for (var index = 0; index < ids.Length; index++)
        {
            var parent = tree.Parent(index) is >= 0 and var above ? ids[above] : (Guid?)null;
            ids[index] = _catalog.Add(_entities.Collection(tree.Subjects[index], parent, tree.Positions[index], counts[index])).Id;
        }
        _summary.Collections = ids.Length;
        return ids;
    }

    // Collection by collection: both the keys and the indexes grow at their end.
    private void LoadCollectionItems(Collection everything, Guid[] collections, Holding[] implicitly, Holding[] explicitly)
    {
        var total = _items.Count + implicitly.Length + explicitly.Length;
        var done = 0;
        foreach (var item in _items)
            Add(everything.Id, item, isImplicit: false);
        foreach (var holding in implicitly)
            Add(collections[holding.Subject], _items[holding.Artwork], isImplicit: true);
        foreach (var holding in explicitly)
            Add(collections[holding.Subject], _items[holding.Artwork], isImplicit: false);
        _progress(new TateProgress("items", 1));

        void Add(Guid collection, Guid item, bool isImplicit)
        {
            _catalog.Add(_entities.CollectionItem(collection, item, isImplicit));
            if (done++ % ItemsPerReport == 0)
                _progress(new TateProgress("items", (double)done / total));
        }
    }
}
