using System.Globalization;
using System.Text;
using JsonApi.Errors;
using JsonApi.Parsing;
using Persistence.Writes.Favourites;

namespace Api.Favourites;

/// <summary>
/// The parameters of one request. A read checks them as it reads them: errors are collected and returned together, and a parameter that
/// the endpoint does not read is an error as well. A write has a validator.
/// </summary>
internal sealed class Parameters(IReadOnlyList<FlatParameter> given)
{
    private const int MaxText = 1_000;

    private readonly List<RequestError> _errors = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The names that were given, a repeated one as often.</summary>
    internal IEnumerable<string> Names => given.Select(parameter => parameter.Name);

    /// <summary>The value of a parameter as it was sent; null where it is missing.</summary>
    internal string? Value(string name) => given.LastOrDefault(parameter => parameter.Name == name).Value;

    /// <summary>The flag of a parameter that has been validated.</summary>
    internal bool? FlagValue(string name) => Value(name) is { Length: > 0 } text ? text is "true" or "1" : null;

    /// <summary>The whole number of a parameter that has been validated.</summary>
    internal long NumberValue(string name) => long.Parse(Value(name)!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>The id of a parameter that has been validated.</summary>
    internal Guid? UuidValue(string name) => Value(name) is { Length: > 0 } text ? Guid.Parse(text) : null;

    /// <summary>Text as it was sent; null where it is missing.</summary>
    internal string? Text(string name, int max = MaxText)
    {
        var text = Find(name);
        if (text?.Length > max)
            Refuse(name, $"is longer than {max} characters");
        return text;
    }

    internal Guid RequiredUuid(string name) => Uuid(name) ?? Missing(name, Guid.Empty);

    internal Guid? Uuid(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        if (Guid.TryParseExact(text, "D", out var id))
            return id;
        Refuse(name, "must be an id");
        return null;
    }

    /// <summary>A whole number, 1 or more, as validators check it.</summary>
    internal static bool IsPositiveNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number > 0;

    internal long? Integer(string name, long min, long max)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
            return number;
        Refuse(name, $"must be a whole number from {min} to {max}");
        return null;
    }

    internal bool? Flag(string name)
    {
        switch (Text(name))
        {
            case null or "":
                return null;
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            default:
                Refuse(name, "must be true or false");
                return null;
        }
    }

    /// <summary>One of several words; null where it is missing.</summary>
    internal string? Choice(string name, params IReadOnlyList<string> words)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        if (words.Contains(text))
            return text;
        Refuse(name, $"must be {string.Join(" or ", words)}");
        return null;
    }

    /// <summary>The parameters of some names in the body, and all others.</summary>
    internal (List<FlatParameter> Named, Parameters Others) InBody(IReadOnlySet<string> names)
    {
        var isNamed = given.ToLookup(parameter => !parameter.InQuery && names.Contains(parameter.Name));
        return ([.. isNamed[true]], new Parameters([.. isNamed[false]]));
    }

    /// <summary>Whether a parameter is in the URL.</summary>
    internal bool IsInQuery(string name) => given.Any(parameter => parameter.Name == name && parameter.InQuery);

    /// <summary>Whether a parameter was sent more than once.</summary>
    internal bool IsRepeated(string name) => given.Count(parameter => parameter.Name == name) > 1;

    /// <summary>Whether a parameter was sent, with or without a value.</summary>
    internal bool IsGiven(string name) => given.Any(parameter => parameter.Name == name);

    /// <summary>The query text with these parameters, as an RFC 6570 template would write it.</summary>
    internal string Query()
    {
        var query = new StringBuilder();
        foreach (var (name, value, _) in given)
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value ?? ""));
        return query.ToString();
    }

    internal void Refuse(string name, string message) => _errors.Add(FavouritesErrors.Parameter(name, message));

    /// <summary>All errors, once the endpoint has read what it knows.</summary>
    internal List<RequestError> Errors()
    {
        foreach (var parameter in given)
            if (_known.Add(parameter.Name))
                Refuse(parameter.Name, "is not a parameter here");
        return _errors;
    }

    private string? Find(string name)
    {
        _known.Add(name);
        var count = 0;
        string? value = null;
        foreach (var parameter in given)
            if (parameter.Name == name)
                (count, value) = (count + 1, parameter.Value);
        if (count > 1)
            Refuse(name, "is given more than once");
        return count == 1 ? value : null;
    }

    private T Missing<T>(string name, T nothing)
    {
        if (!IsRefused(name))
            Refuse(name, "is required");
        return nothing;
    }

    private bool IsRefused(string name) => _errors.Exists(error => error.Parameter == name);
}
