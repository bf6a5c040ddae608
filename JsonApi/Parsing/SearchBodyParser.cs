using System.Text.Json;
using JsonApi.Errors;

namespace JsonApi.Parsing;

/// <summary>
/// Parses the body of a search to a <see cref="QueryRequest"/>: the families of the query string are members of one object, with the
/// same values; filters are JSON. The query string may have other families, but none that the body has. Members that are no family are
/// ignored, because the official client sends some.
/// </summary>
public sealed class SearchBodyParser
{
    /// <summary>The most characters of all members but the filters: those of a long URL. Filters are limited by their number.</summary>
    private const int MaxText = 16 * 1024;

    private readonly QueryRequest _request = new();
    private readonly List<RequestError> _errors;
    private int _room = MaxText;

    private SearchBodyParser(List<RequestError> errors) => _errors = errors;

    /// <summary>Parses a body and returns what is valid; the errors are added to the list.</summary>
    /// <param name="body">The body's bytes.</param>
    /// <param name="query">The query text.</param>
    /// <param name="errors">Receives the errors.</param>
    public static QueryRequest Parse(ReadOnlyMemory<byte> body, ReadOnlySpan<char> query, List<RequestError> errors)
    {
        var parser = new SearchBodyParser(errors);
        QueryStringParser.ParseInto(parser._request, query, errors);
        errors.AddRange(JsonBody.Read(body, "an object such as {\"filter\":{}}", parser.ParseRoot).Errors);
        return parser._request;
    }

    private Result<QueryRequest> ParseRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return RequestError.InBody("", "The body should be an object such as {\"filter\":{}}.");
        var inQuery = QueryStringParser.Families.Where(_request.Has).ToHashSet(StringComparer.Ordinal);
        foreach (var member in root.EnumerateObject())
        {
            var words = new Words("/" + RequestError.PointerStep(member.Name), [member.Name], member.Value);
            if (!QueryStringParser.Families.Contains(member.Name))
                continue;
            if (inQuery.Contains(member.Name))
                Refuse(words, $"{member.Name} is given twice, in the query string and in the body");
            else if (member.Value.ValueKind != JsonValueKind.Null && ParseFamily(words) is { } error)
                _errors.Add(error);
        }
        return _request;
    }

    private RequestError? ParseFamily(Words family)
    {
        if (family.Name == "filter")
            return FilterParser.Parse(_request, family.Value, family.Pointer);
        if (family.Name is "sort" or "include")
            ParseWords(family);
        else if (family.Value.ValueKind != JsonValueKind.Object)
            return QueryStringParser.ParseTerm(_request, family.Term("", isArray: false));
        else
            foreach (var member in family.Value.EnumerateObject())
                if (!ParseWords(family.Under(member)))
                    break;
        return null;
    }

    /// <summary>
    /// <c>"sort":"a,-b"</c> is <c>sort=a,-b</c>; <c>"fields":{"items":["a","b"]}</c> is <c>fields[items][]=a&amp;fields[items][]=b</c>.
    /// </summary>
    private bool ParseWords(Words words)
    {
        var index = 0;
        switch (words.Value.ValueKind)
        {
            // Null means not given, except in filters.
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.String:
                return ParseWord(words, words.Value.GetString()!, isArray: false);
            case JsonValueKind.Number:
                return ParseWord(words, words.Value.GetRawText(), isArray: false);
            case JsonValueKind.Array when words.Value.GetArrayLength() == 0:
                return ParseWord(words, "", isArray: true);
            case JsonValueKind.Array when words.Value.EnumerateArray().All(element => element.ValueKind == JsonValueKind.String):
                return words.Value.EnumerateArray().All(element =>
                    ParseWord(words with { Pointer = $"{words.Pointer}/{index++}" }, element.GetString()!, isArray: true));
            default:
                Refuse(words, $"{words.Name} should be text, or an array of text");
                return true;
        }
    }

    /// <summary>Returns false once the body has too much text.</summary>
    private bool ParseWord(Words words, string text, bool isArray)
    {
        _room -= words.Pointer.Length + text.Length;
        if (_room < 0)
            Refuse(words, $"a search takes {MaxText} characters at most besides its filters");
        else if (QueryStringParser.ParseTerm(_request, words.Term(text, isArray)) is { } error)
            _errors.Add(error);
        return _room >= 0;
    }

    private void Refuse(Words words, string why) => _errors.Add(RequestError.InBody(words.Pointer, why));

    /// <summary>A value that contains words, with its location: at <c>/fields/items</c> it has the parts fields and items.</summary>
    private readonly record struct Words(string Pointer, string[] Parts, JsonElement Value)
    {
        internal string Name => Parts[^1];

        internal Words Under(JsonProperty member) =>
            new($"{Pointer}/{RequestError.PointerStep(member.Name)}", [.. Parts, member.Name], member.Value);

        internal Parameter Term(string text, bool isArray) => new(Pointer, new ParameterKey(Parts, isArray), text, -1);
    }
}
