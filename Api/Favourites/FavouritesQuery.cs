using System.Globalization;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;
using JsonApi.Planning;
using Persistence.Writes.Favourites;

namespace Api.Favourites;

/// <summary>Which resources a read of the favourites API is about. Becomes a call of the query pipeline.</summary>
/// <param name="rows">The resource whose rows are read.</param>
/// <param name="where">What the rows must be like: what the caller may see.</param>
internal sealed class FavouritesQuery(FavouritesResource rows, Condition where)
{
    /// <summary>The relationship from a collection item to the artwork that is answered in its stead.</summary>
    private const string Artwork = "artwork";

    private readonly FavouritesResource _rows = rows;
    private readonly List<Condition> _conditions = [where];
    private string _binding = "";
    private bool _leavesOutNumbers;

    /// <summary>The resource that is written; where it is not that of the rows, the rows include it.</summary>
    internal FavouritesResource Answered { get; init; } = rows;

    /// <summary>The id of one resource as it was written; null for a list.</summary>
    internal string? Id { get; init; }

    /// <summary>An order other than the usual one: <c>-rank</c>.</summary>
    internal string? Sort { get; init; }

    /// <summary>What has to exist where the list is empty: the items of a collection that the caller does not see are not found.</summary>
    internal FavouritesQuery? Parent { get; init; }

    /// <summary>Only those with this id at a path; all where none is given. Cursors are good for the same ids only.</summary>
    internal FavouritesQuery With(PropertyPath path, string parameter, Guid? id)
    {
        if (id is { } given)
            _conditions.Add(Condition.Is(path, given));
        _binding += $"{parameter}={id}&";
        return this;
    }

    /// <summary>Only the one of its numbered rows that has this id at a path.</summary>
    internal FavouritesQuery WithOnly(PropertyPath path, string parameter, Guid id)
    {
        _leavesOutNumbers = true;
        return With(path, parameter, id);
    }

    /// <summary>Only those with this flag at a path; all where none is given.</summary>
    internal FavouritesQuery With(PropertyPath path, bool? flag)
    {
        if (flag is { } given)
            _conditions.Add(Condition.Is(path, given));
        return this;
    }

    /// <summary>Reads the one resource.</summary>
    internal QueryCall Fetch(FavouritesRequest request) => Call(request, Operation.Fetch, QueryRequest.Empty) with
    {
        Id = Id,
        NotFound = FavouritesErrors.NotFound(Answered.Title),
    };

    /// <summary>The read that finds out whether the resource exists, and the error where it does not.</summary>
    internal (QueryPlan Plan, RequestError NotFound) PlanExistence(FavouritesRequest request, ResourceWritePlanner planner) =>
        (planner.PlanExistence(Answered.Definition, Guid.TryParseExact(Id, "D", out var id) ? id : Guid.Empty, request.Scope, Options),
            FavouritesErrors.NotFound(Answered.Title));

    /// <summary>Reads a page by cursor.</summary>
    internal QueryCall List(FavouritesRequest request, PageParameters page)
    {
        var query = Query(page.Size);
        query.PageAfter = Term("cursor", page.Cursor ?? "");
        if (page.IsCounted)
            query.Stats.Add(Total);
        var call = Call(request, Operation.List, query);
        return call with
        {
            Parent = Parent?.Fetch(request),
            Address = request.Address,
            Options = call.Options with { CursorBinding = $"{Answered.Definition.Type}?{_binding}", Skip = page.Offset },
        };
    }

    /// <summary>Counts the rows.</summary>
    internal QueryCall Count(FavouritesRequest request)
    {
        var query = Query(0);
        query.Stats.Add(Total);
        return Call(request, Operation.List, query);
    }

    /// <summary>Reads one row of the list, others skipped.</summary>
    internal QueryCall One(FavouritesRequest request, int skip)
    {
        var call = Call(request, Operation.List, Query(1));
        return call with { Parent = Parent?.Fetch(request), Options = call.Options with { Skip = skip } };
    }

    /// <summary>What a read, and a read that belongs to a write, adds to the query.</summary>
    internal ReadOptions Options => new()
    {
        Where = _conditions is [var only] ? only : new All(_conditions),
        NumbersRows = Answered.Definition.Numbering is not null,
        LeavesOutNumbers = _leavesOutNumbers,
    };

    private static StatTerm Total { get; } = new("meta", "total", "count", "total_count", -1);

    private QueryCall Call(FavouritesRequest request, Operation operation, QueryRequest query) =>
        new(_rows.Definition, operation, request.Scope)
        {
            Request = query,
            Options = Options,
            Renderer = Answered.Renderer,
            BaseUrl = request.Context.BaseUrl,
        };

    private QueryRequest Query(int size)
    {
        var query = new QueryRequest { PageSize = Term("size", size) };
        if (Sort is not null)
            query.Sort = [Term("sort", Sort)];
        if (Answered == _rows)
            return query;
        query.Include = [Term("include", Artwork)];
        query.Fields.Add(new FieldsTerm(_rows.Definition.Type, ["id"], "fields", -1));
        return query;
    }

    private static NameTerm Term(string parameter, object value) =>
        new(Convert.ToString(value, CultureInfo.InvariantCulture)!, parameter, -1);
}
