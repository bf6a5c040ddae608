using System.Globalization;
using JsonApi.Errors;
using JsonApi.Parsing;
using Persistence.Writes;

namespace Api.Favourites;

/// <summary>
/// The parameters of one request, read by the endpoint one by one. What is wrong with them is collected, so that all of it is told at
/// once; a parameter that the endpoint did not read is a mistake as well.
/// </summary>
internal sealed class Parameters(IReadOnlyList<FlatParameter> given)
{
    private const int MaxText = 1_000;

    private readonly List<RequestError> _mistakes = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Text that has to be there.</summary>
    internal string RequiredText(string name, int max = MaxText) => Text(name, max) is { Length: > 0 } text ? text : Missing(name, "");

    /// <summary>Text as it was sent; null where it is not given.</summary>
    internal string? Text(string name, int max = MaxText)
    {
        var text = Find(name);
        if (text?.Length > max)
            Refuse(name, $"is longer than {max} characters");
        return text;
    }

    /// <summary>Text that has to be there and that nobody but the server may see: in the body, because URLs are kept in logs.</summary>
    internal string Secret(string name)
    {
        if (!given.Any(parameter => parameter.Name == name && parameter.InQuery))
            return RequiredText(name);
        _known.Add(name);
        Refuse(name, "must stand in the body, not in the URL");
        return "";
    }

    /// <summary>One of a few words; null where it is not given.</summary>
    internal string? OneOf(string name, params ReadOnlySpan<string> words)
    {
        var text = Text(name);
        if (text is null || words.Contains(text))
            return text;
        Refuse(name, $"must be {string.Join(" or ", words.ToArray().Select(word => $"'{word}'"))}");
        return null;
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

    internal long? Integer(string name, long min, long max)
    {
        if (Text(name) is not { Length: > 0 } text)
            return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
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

    internal void Refuse(string name, string message) => _mistakes.Add(FavouritesErrors.Parameter(name, message));

    /// <summary>All that is wrong, once the endpoint has read what it knows.</summary>
    internal List<RequestError> Mistakes()
    {
        foreach (var name in given.Select(parameter => parameter.Name).Where(name => !_known.Contains(name)).Distinct(StringComparer.Ordinal))
            Refuse(name, "is not a parameter here");
        return _mistakes;
    }

    private string? Find(string name)
    {
        _known.Add(name);
        var values = given.Where(parameter => parameter.Name == name).ToList();
        if (values.Count > 1)
            Refuse(name, "is given more than once");
        return values.Count == 1 ? values[0].Value : null;
    }

    private T Missing<T>(string name, T nothing)
    {
        if (!IsRefused(name))
            Refuse(name, "is required");
        return nothing;
    }

    private bool IsRefused(string name) => _mistakes.Exists(mistake => mistake.Parameter == name);
}
