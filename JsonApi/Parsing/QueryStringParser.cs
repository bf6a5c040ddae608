using JsonApi.Errors;

namespace JsonApi.Parsing;

/// <summary>
/// Parses query text to a <see cref="QueryRequest"/>, with nested brackets as Rack and qs write them. It knows the families of
/// parameters, not the resource. An unknown parameter is an error, never ignored.
/// </summary>
public static class QueryStringParser
{
    /// <summary>The families of parameters, which are also the members of a search's body.</summary>
    internal static readonly string[] Families = ["filter", "fields", "extra_fields", "include", "sort", "page", "stats", "meta"];

    /// <summary>Parses the text after the question mark.</summary>
    public static Result<QueryRequest> Parse(ReadOnlySpan<char> query)
    {
        var errors = new List<RequestError>();
        var request = Parse(query, errors);
        return errors.Count > 0 ? errors : request;
    }

    /// <summary>Parses the query and returns what is valid; the errors are added to the list, to be reported with those of later stages.</summary>
    public static QueryRequest Parse(ReadOnlySpan<char> query, List<RequestError> errors)
    {
        if (query.IsEmpty || query is "?")
            return QueryRequest.Empty;
        var request = new QueryRequest();
        ParseInto(request, query, errors);
        return request;
    }

    internal static void ParseInto(QueryRequest request, ReadOnlySpan<char> query, List<RequestError> errors)
    {
        if (query.StartsWith("?"))
            query = query[1..];
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            var position = range.Start.GetOffset(query.Length);
            if (!pair.IsEmpty && ParsePair(request, pair, position) is { } error)
                errors.Add(error);
        }
    }

    private static RequestError? ParsePair(QueryRequest request, ReadOnlySpan<char> pair, int position)
    {
        var equals = pair.IndexOf('=');
        var rawKey = equals < 0 ? pair : pair[..equals];
        var rawValue = equals < 0 ? [] : pair[(equals + 1)..];
        if (!PercentDecoder.TryDecode(rawKey, out var key))
            return RequestError.InQuery(
                rawKey.ToString(), position, $"The name of parameter '{rawKey}' is not percent-encoded UTF-8 without NUL.");
        if (!PercentDecoder.TryDecode(rawValue, out var value))
            return RequestError.InQuery(key, position, $"The value of {key} is not percent-encoded UTF-8 without NUL.");
        if (!ParameterKey.TryParse(key, out var parts))
            return RequestError.InQuery(key, position, $"'{key}' is not a parameter name: brackets do not pair up.");
        var term = new Parameter(key, parts, value, position);
        return parts[0] == "filter" ? FilterParser.Parse(request, term) : ParseTerm(request, term);
    }

    /// <summary>A term of any family but <c>filter</c>, which is the only one with a syntax of its own in bodies.</summary>
    internal static RequestError? ParseTerm(QueryRequest request, Parameter term) =>
        term.Parts[0] switch
        {
            "sort" => term.AppendNames(request.Sort ??= []),
            "include" => term.AppendNames(request.Include ??= []),
            "fields" => ParseFields(request.Fields, "fields", term),
            "extra_fields" => ParseFields(request.ExtraFields, "extra fields", term),
            "page" => ParsePage(request, term),
            "stats" or "meta" => ParseStats(request, term),
            _ => term.Error($"unknown parameter '{term.Key}'; known are {string.Join(", ", Families)}"),
        };

    private static RequestError? ParseFields(List<FieldsTerm> fields, string name, Parameter term)
    {
        if (term.Parts.Length == 1)
            return term.Error($"{name} should be an object");
        if (term.Parts.Length > 2 || term.Parts[1].Length == 0)
            return term.Error($"'{term.Key}' is not understood; write {term.Parts[0]}[type]=a,b");
        fields.Add(new FieldsTerm(term.Parts[1], [.. term.Names()], term.Key, term.Position));
        return null;
    }

    private static RequestError? ParsePage(QueryRequest request, Parameter term)
    {
        if (term.Parts.Length == 1)
            return term.Error("page should be an object");
        var name = term.Parts.Length == 2 && !term.IsArray ? term.Parts[1] : "";
        var value = new NameTerm(term.Value, term.Key, term.Position);
        switch (name)
        {
            case "number" when request.PageNumber is null:
                request.PageNumber = value;
                return null;
            case "size" when request.PageSize is null:
                request.PageSize = value;
                return null;
            case "after" when request.PageAfter is null:
                request.PageAfter = value;
                return null;
            case "before" when request.PageBefore is null:
                request.PageBefore = value;
                return null;
            case "number" or "size" or "after" or "before":
                return term.Error($"{term.Key} is given twice");
            default:
                return term.Error($"unknown parameter '{term.Key}'; known are page[number], page[size], page[after], page[before]");
        }
    }

    private static RequestError? ParseStats(QueryRequest request, Parameter term)
    {
        var family = term.Parts[0];
        if (term.Parts.Length == 1)
            return term.Error($"{family} should be an object");
        if (term.Parts.Length > 2 || term.Parts[1].Length == 0)
            return term.Error($"'{term.Key}' is not understood; write {family}[total]=count");
        foreach (var calculation in term.Names())
            request.Stats.Add(new StatTerm(family, term.Parts[1], calculation, term.Key, term.Position));
        return null;
    }
}
