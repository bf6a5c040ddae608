using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Api.Security;
using Domain.Collections;
using Domain.Companies;
using Domain.Items;
using Domain.Redirects;

namespace Api.Tests.Support;

/// <summary>
/// A company made by hand, row by row, with a token of its own. Rows go by labels: <c>Kayak</c>, an item in a collection
/// <c>Boats: Kayak</c>, a part of a bundle <c>Weekend set with Kayak</c>.
/// </summary>
/// <param name="server">Where it lives.</param>
/// <param name="number">A number of its own, for its id, slug and token.</param>
/// <param name="ids">What its rows' ids start with, its number unless given: keys start with the company, so companies may have the same ids.</param>
internal sealed class TestCompany(ApiServer server, int number, int? ids = null)
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, object> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly Guid _id = Id(number, 0);

    internal string Token { get; } = $"token-of-company-{number}";

    internal int Number { get; } = number;

    /// <summary>The id of a row by its label.</summary>
    internal string this[string label] => _ids.TryGetValue(label, out var id) ? id.ToString() : throw Unknown(label);

    internal string LabelOf(string id) => _labels.GetValueOrDefault(id, id);

    internal Task<Answer> GetAsync(string url) => SendAsync(HttpMethod.Get, url);

    /// <summary>Asks with the company's token; the URL follows <c>/api/4/</c> unless it is absolute or starts with a slash.</summary>
    internal Task<Answer> SendAsync(HttpMethod method, string url, string? body = null, Action<HttpRequestMessage>? configure = null) =>
        server.SendAsync(method, url.StartsWith('/') || url.StartsWith(server.Url, StringComparison.Ordinal) ? url : "/api/4/" + url, body, request =>
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
            configure?.Invoke(request);
        });

    /// <summary>The labels of the answer's primary data, in order.</summary>
    internal string[] Labels(JsonNode document) =>
        [.. document["data"]!.AsArray().Select(resource => LabelOf(resource!["id"]!.GetValue<string>()))];

    internal void Collection(string name, string? parent = null, int? position = null, bool system = false, Action<Collection>? configure = null)
    {
        var above = parent is null ? null : (Collection)Row(parent);
        var row = new Collection
        {
            CompanyId = _id,
            Id = NextId(),
            CreatedAt = Now(),
            UpdatedAt = Now(),
            Name = name,
            Slug = name.ToLowerInvariant(),
            ParentId = above?.Id,
            Depth = (above?.Depth ?? 0) + 1,
            Position = position,
            System = system,
        };
        configure?.Invoke(row);
        Add(name, row, row.Id);
    }

    internal void ProductGroup(string name, Action<ProductGroup>? configure = null)
    {
        var row = new ProductGroup { CompanyId = _id, Id = NextId(), CreatedAt = Now(), UpdatedAt = Now(), Name = name, Slug = $"item-{_rows.Count}" };
        configure?.Invoke(row);
        row.Price();
        if (row.Sku == "")
            row.Sku = $"ITEM_{_rows.Count}";
        Add(name, row, row.Id);
        // Not one of the rows by label, whose number makes the ids and times of those that follow.
        var product = Guid.Parse($"{ids ?? Number:x8}-0000-4abc-9def-{_rows.Count:x12}");
        _ids.Add(ProductOf(name), product);
        _labels.Add(product.ToString(), ProductOf(name));
    }

    /// <summary>The label of the product that a product group is made with.</summary>
    internal static string ProductOf(string productGroup) => $"{productGroup} product";

    internal void DefaultProperty(string name, Action<DefaultProperty>? configure = null, string ownerType = "product_groups")
    {
        var row = new DefaultProperty
        {
            CompanyId = _id,
            Id = NextId(),
            CreatedAt = Now(),
            UpdatedAt = Now(),
            Name = name,
            Identifier = PropertyIdentifier.From(name),
            OwnerType = ownerType,
        };
        configure?.Invoke(row);
        Add(name, row, row.Id);
    }

    /// <summary>Adds a property to a product group, and to what is kept of it there; the label is such as <c>Kayak: Colour</c>.</summary>
    internal void Property(string productGroup, string name, string? value, Action<Property>? configure = null)
    {
        var owner = (ProductGroup)Row(productGroup);
        var row = new Property
        {
            CompanyId = _id,
            Id = NextId(),
            CreatedAt = Now(),
            UpdatedAt = Now(),
            Name = name,
            Identifier = PropertyIdentifier.From(name),
            OwnerId = owner.Id,
            Position = 1 + _rows.Values.OfType<Property>().Count(other => other.OwnerId == owner.Id),
            Value = value,
        };
        configure?.Invoke(row);
        Add($"{productGroup}: {name}", row, row.Id);
        var all = JsonNode.Parse(owner.Properties)!.AsObject();
        all[row.Identifier] = row.Value;
        owner.Properties = all.ToJsonString();
    }

    internal void Bundle(string name, params (string ProductGroup, int Quantity)[] parts)
    {
        var row = new Bundle { CompanyId = _id, Id = NextId(), CreatedAt = Now(), UpdatedAt = Now(), Name = name, Slug = $"item-{_rows.Count}" };
        Add(name, row, row.Id);
        var position = 1;
        foreach (var (group, quantity) in parts)
        {
            var part = new BundleItem
            {
                CompanyId = _id,
                Id = NextId(),
                CreatedAt = Now(),
                UpdatedAt = Now(),
                BundleId = row.Id,
                ProductGroupId = _ids[group],
                Quantity = quantity,
                Position = position++,
            };
            Add($"{name} with {group}", part, part.Id);
        }
    }

    /// <summary>Adds a picture to an item; the first is the one the item shows.</summary>
    internal void Photo(string item, string label, Action<Photo>? configure = null)
    {
        var owner = (Item)Row(item);
        var photo = new Photo
        {
            CompanyId = _id,
            Id = NextId(),
            CreatedAt = Now(),
            UpdatedAt = Now(),
            OriginalUrl = $"https://img.example/{label}.jpg",
            LargeUrl = $"https://img.example/{label}-large.jpg",
            XlargeUrl = $"https://img.example/{label}-xlarge.jpg",
            OwnerId = owner.Id,
            OwnerType = owner.Kind,
        };
        configure?.Invoke(photo);
        Add(label, photo, photo.Id);
        owner.PhotoId ??= photo.Id;
    }

    /// <summary>Puts an item into a collection, and implicitly into those above that do not have it.</summary>
    internal void CollectionItem(string collection, string item, int? position = null)
    {
        var row = (Collection)Row(collection);
        if (((Item)Row(item)).ShowInStore)
            row.ItemCount++;
        AddCollectionItem(row, item, position, isImplicit: false);
        while (row.ParentId is { } above)
        {
            row = _rows.Values.OfType<Collection>().First(known => known.Id == above);
            if (!_rows.ContainsKey($"{row.Name}: {item}"))
                AddCollectionItem(row, item, null, isImplicit: true);
        }
    }

    /// <summary>A redirect, whose label is the path it starts at.</summary>
    internal void Redirect(string from, string to)
    {
        var row = new UrlRedirect { CompanyId = _id, Id = NextId(), CreatedAt = Now(), UpdatedAt = Now(), FromPath = from, ToPath = to };
        Add(from, row, row.Id);
    }

    /// <summary>Another token of the company.</summary>
    internal void SaveToken(string token, TokenScopes scopes, DateTimeOffset? expiresAt = null, DateTimeOffset? revokedAt = null)
    {
        using var context = server.Database.CreateContext();
        context.AccessTokens.Add(new AccessToken
        {
            Hash = AccessTokens.Hash(token),
            CompanyId = _id,
            Name = token,
            Scopes = scopes,
            CreatedAt = Start,
            ExpiresAt = expiresAt,
            RevokedAt = revokedAt,
        });
        context.SaveChanges();
    }

    internal void Save()
    {
        using (var context = server.Database.CreateContext())
        {
            context.Companies.Add(new Company { Id = _id, Slug = $"company-{Number}", Name = $"Company {Number}", CreatedAt = Start, UpdatedAt = Start });
            // An item and its photo point to each other: the item is saved first, without its photo.
            var photos = _rows.Values.OfType<Item>().ToDictionary(item => item, item => item.PhotoId);
            foreach (var item in photos.Keys)
                item.PhotoId = null;
            context.AddRange(_rows.Values);
            context.AddRange(_rows.Values.OfType<ProductGroup>().Select(NewProduct));
            context.AddRange(Tags());
            context.SaveChanges();
            foreach (var (item, photo) in photos)
                item.PhotoId = photo;
            context.SaveChanges();
        }
        SaveToken(Token, TokenScopes.Read | TokenScopes.Write);
    }

    private IEnumerable<Tag> Tags() =>
        from item in _rows.Values.OfType<Item>()
        where !item.Archived
        from tag in item.TagList
        group item by (item.Kind, tag) into items
        select new Tag { CompanyId = _id, Id = Guid.NewGuid(), ItemKind = items.Key.Kind, Name = items.Key.tag, Count = items.Count() };

    private Product NewProduct(ProductGroup group) => new()
    {
        CompanyId = _id,
        Id = _ids[ProductOf(group.Name)],
        CreatedAt = group.CreatedAt,
        UpdatedAt = group.UpdatedAt,
        Archived = group.Archived,
        ArchivedAt = group.ArchivedAt,
        ProductGroupId = group.Id,
        Name = group.Name,
        SortingWeight = group.SortingWeight,
        BasePriceInCents = group.BasePriceInCents,
        Weight = group.Weight,
    };

    private void AddCollectionItem(Collection collection, string item, int? position, bool isImplicit)
    {
        var row = new CollectionItem
        {
            CompanyId = _id,
            Id = NextId(),
            CreatedAt = Now(),
            UpdatedAt = Now(),
            CollectionId = collection.Id,
            ItemId = _ids[item],
            Position = position,
            Implicit = isImplicit,
        };
        Add($"{collection.Name}: {item}", row, row.Id);
    }

    private object Row(string label) => _rows.TryGetValue(label, out var row) ? row : throw Unknown(label);

    private ArgumentException Unknown(string label) => new($"Company {Number} has no '{label}'; it has {string.Join(", ", _rows.Keys)}.");

    private void Add(string label, object row, Guid id)
    {
        _rows.Add(label, row);
        _ids.Add(label, id);
        _labels.Add(id.ToString(), label);
    }

    /// <summary>Ids ascend in the order rows are made.</summary>
    private Guid NextId() => Id(ids ?? Number, _rows.Count + 1);

    private static Guid Id(int company, int row) => Guid.Parse($"{company:x8}-0000-4abc-8def-{row:x12}");

    private DateTimeOffset Now() => Start.AddMinutes(_rows.Count).AddMicroseconds(601_222);
}
