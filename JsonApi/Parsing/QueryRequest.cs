namespace JsonApi.Parsing;

/// <summary>A query as it was sent, before anything is looked up in the catalogue.</summary>
public sealed class QueryRequest
{
    /// <summary>A query without parameters.</summary>
    public static readonly QueryRequest Empty = new();

    /// <summary>The filters, which are ANDed.</summary>
    public List<FilterTerm> Filters { get; } = [];

    /// <summary><c>sort=a,-b</c>; null when not given.</summary>
    public List<NameTerm>? Sort { get; set; }

    /// <summary><c>include=a,b.c</c>; null when not given, empty for <c>include=</c>.</summary>
    public List<NameTerm>? Include { get; set; }

    /// <summary><c>fields[type]=a,b</c>.</summary>
    public List<FieldsTerm> Fields { get; } = [];

    /// <summary><c>extra_fields[type]=a</c>.</summary>
    public List<FieldsTerm> ExtraFields { get; } = [];

    /// <summary><c>page[number]=2</c>.</summary>
    public NameTerm? PageNumber { get; internal set; }

    /// <summary><c>page[size]=10</c>.</summary>
    public NameTerm? PageSize { get; set; }

    /// <summary><c>page[after]=CURSOR</c>, empty for the first page.</summary>
    public NameTerm? PageAfter { get; set; }

    /// <summary><c>page[before]=CURSOR</c>, empty for the last page.</summary>
    public NameTerm? PageBefore { get; internal set; }

    /// <summary>The terms of <c>page</c> that were given.</summary>
    internal IEnumerable<NameTerm> Page => new[] { PageNumber, PageSize, PageAfter, PageBefore }.OfType<NameTerm>();

    /// <summary><c>stats[total]=count</c> and <c>meta[total][]=count</c>.</summary>
    public List<StatTerm> Stats { get; } = [];

    /// <summary>Whether something of a family of parameters was asked for: <c>filter</c>, <c>page</c>.</summary>
    internal bool Has(string family) => family switch
    {
        "filter" => Filters.Count > 0,
        "sort" => Sort is not null,
        "include" => Include is not null,
        "fields" => Fields.Count > 0,
        "extra_fields" => ExtraFields.Count > 0,
        "page" => PageNumber is not null || PageSize is not null,
        _ => Stats.Any(stat => stat.Family == family),
    };

    /// <summary>The same request with the include that a body asks for, unless the query asks for one itself.</summary>
    public QueryRequest WithInclude(string include)
    {
        if (Include is not null)
            return this;
        var terms = include.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var request = new QueryRequest { Sort = Sort, PageNumber = PageNumber, PageSize = PageSize, PageAfter = PageAfter, PageBefore = PageBefore };
        request.Include = [.. terms.Select(term => new NameTerm(term, "/include", -1))];
        request.Filters.AddRange(Filters);
        request.Fields.AddRange(Fields);
        request.ExtraFields.AddRange(ExtraFields);
        request.Stats.AddRange(Stats);
        return request;
    }
}

/// <summary>A word of the query with its location.</summary>
/// <param name="Text">The decoded word.</param>
/// <param name="Parameter">Its parameter, as the caller would write it; in a body a JSON pointer.</param>
/// <param name="Position">The position of its parameter in the query text; -1 in a body.</param>
public sealed record NameTerm(string Text, string Parameter, int Position);

/// <summary>The fields asked for of one type.</summary>
public sealed record FieldsTerm(string Type, List<string> Names, string Parameter, int Position);

/// <summary>A stat asked for: <c>stats[price_type]=count</c> has Name price_type and Calculation count.</summary>
/// <param name="Family"><c>stats</c> or <c>meta</c>: the member of the response with the result.</param>
/// <param name="Name">The attribute, or <c>total</c>.</param>
/// <param name="Calculation">What to compute.</param>
/// <param name="Parameter">Its parameter.</param>
/// <param name="Position">The position of its parameter in the query text.</param>
public sealed record StatTerm(string Family, string Name, string Calculation, string Parameter, int Position);

/// <summary>A node of the filter tree.</summary>
/// <param name="Parameter">Its parameter, or its location in a body.</param>
/// <param name="Position">The position of the parameter in the query text; -1 in a body.</param>
public abstract record FilterTerm(string Parameter, int Position);

/// <summary>Terms that are ANDed or ORed.</summary>
public sealed record FilterGroup(bool All, List<FilterTerm> Terms, string Parameter, int Position) : FilterTerm(Parameter, Position);

/// <summary>One filter: <c>filter[item.name][match]=bike</c>.</summary>
/// <param name="Path">The relationships to the attribute, then its name.</param>
/// <param name="Operator">The operator, or null where none was written.</param>
/// <param name="Values">The values as written.</param>
/// <param name="Parameter">The parameter, or the location in a body.</param>
/// <param name="Position">The position of the parameter in the query text; -1 in a body.</param>
public sealed record FilterLeaf(string Path, string? Operator, List<RawValue> Values, string Parameter, int Position)
    : FilterTerm(Parameter, Position);

/// <summary>How a raw value was written.</summary>
public enum RawKind
{
    /// <summary>In a query string: may be a list, may mean null, depending on the filter.</summary>
    QueryText,

    /// <summary>A JSON string: taken whole.</summary>
    JsonText,

    /// <summary>A JSON number, by its text.</summary>
    JsonNumber,

    /// <summary>JSON true or false, by its text.</summary>
    JsonBoolean,

    /// <summary>JSON null.</summary>
    JsonNull,
}

/// <summary>A value as written.</summary>
public readonly record struct RawValue(string Text, RawKind Kind);
