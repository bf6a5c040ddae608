using System.Globalization;
using JsonApi.Definitions;
using JsonApi.Parsing;
using JsonApi.Planning;

namespace Api.Favourites;

/// <summary>Which resources a request of the favourites API is about, in the words of the query pipeline.</summary>
/// <param name="resource">The resource that is answered.</param>
/// <param name="scope">The company.</param>
internal sealed class FavouritesQuery(FavouritesResource resource, TenantScope scope)
{
    private readonly List<FilterTerm> _filters = [];
    private string _place = "";

    internal FavouritesResource Resource { get; } = resource;

    internal TenantScope Scope { get; } = scope;

    /// <summary>The resource whose rows are read.</summary>
    internal ResourceDefinition Definition { get; private init; } = resource.Definition;

    /// <summary>Where the rows are not of the resource that is answered: the relationship that leads to it.</summary>
    private string? Answers { get; init; }

    /// <summary>What has to be there where the list is empty: a list in a collection that nobody may see is not found.</summary>
    internal Func<FavouritesQuery>? Within { get; init; }

    /// <summary>Rows of another resource, which answer with what each belongs to: <c>artworks</c> of <c>collection_items</c>.</summary>
    internal static FavouritesQuery Through(
        FavouritesResource rows, string relationship, FavouritesResource resource, TenantScope scope, Func<FavouritesQuery> within) =>
        new(resource, scope) { Definition = rows.Definition, Answers = relationship, Within = within };

    /// <summary>Only those whose attribute is this id; all of them where none is given. Cursors are good for the same id alone.</summary>
    internal FavouritesQuery With(string path, string parameter, Guid? id)
    {
        if (id is { } given)
            Add(path, null, WireText.Write(given), parameter);
        _place += $"{parameter}={id}&";
        return this;
    }

    internal FavouritesQuery With(string path, bool? flag)
    {
        if (flag is { } given)
            Add(path, null, given ? "true" : "false", path);
        return this;
    }

    /// <summary>Only what a caller sees of collections: those that are not private, and their own.</summary>
    /// <param name="collection">The path to the collection with a dot behind it; empty where the rows are collections.</param>
    /// <param name="caller">The user; null for who is none.</param>
    internal FavouritesQuery SeenBy(string collection, Guid? caller)
    {
        List<FilterTerm> terms = [Leaf(collection + "private", null, "false", "private")];
        if (caller is { } user)
            terms.Add(Leaf(collection + "user_id", null, WireText.Write(user), "user_id"));
        _filters.Add(new FilterGroup(false, terms, "private", -1));
        return this;
    }

    /// <summary>Those that come before a rank in their collection.</summary>
    internal static FavouritesQuery Before(string collection, long rank, TenantScope scope)
    {
        var query = new FavouritesQuery(FavouritesCatalog.Items, scope);
        query.Add("collection_id", null, collection, "collection_id");
        query.Add("rank", "lt", rank.ToString(CultureInfo.InvariantCulture), "position");
        return query;
    }

    /// <summary>The request for a page by cursor.</summary>
    internal QueryRequest Page(PageParameters page)
    {
        var request = Request(page.Size);
        request.PageAfter = Term("cursor", page.Cursor ?? "");
        request.CursorBinding = $"{Resource.Definition.Type}?{_place}";
        if (page.Offset > 0)
            request.PageOffset = Term("offset", page.Offset);
        return page.IsCounted ? Counting(request) : request;
    }

    /// <summary>The request for one row, some others passed over.</summary>
    internal QueryRequest One(long offset = 0)
    {
        var request = Request(1);
        request.PageOffset = Term("offset", offset);
        return request;
    }

    /// <summary>The request for the number of rows.</summary>
    internal QueryRequest Count() => Counting(Request(0));

    private QueryRequest Request(int size)
    {
        var request = new QueryRequest { PageSize = Term("size", size) };
        request.Filters.AddRange(_filters);
        if (Answers is null)
            return request;
        request.Include = [Term("include", Answers)];
        request.Fields.Add(new FieldsTerm(Definition.Type, ["id"], "fields", -1));
        return request;
    }

    private void Add(string path, string? op, string value, string parameter) => _filters.Add(Leaf(path, op, value, parameter));

    private static FilterLeaf Leaf(string path, string? op, string value, string parameter) =>
        new(path, op, [new RawValue(value, RawKind.JsonText)], parameter, -1);

    private static NameTerm Term(string parameter, object value) => new(Convert.ToString(value, CultureInfo.InvariantCulture)!, parameter, -1);

    private static QueryRequest Counting(QueryRequest request)
    {
        request.Stats.Add(new StatTerm("meta", "total", "count", "total_count", -1));
        return request;
    }
}
