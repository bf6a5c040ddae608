using System.Globalization;
using System.Text;
using JsonApi.Errors;
using JsonApi.Parsing;
using Persistence.Writes.Favourites;

namespace Api.Favourites;

/// <summary>
/// The parameters of one request, read by the endpoint one by one. Their errors are collected and returned together; a parameter that the
/// endpoint does not read is an error as well.
/// </summary>
internal sealed class Parameters(IReadOnlyList<FlatParameter> given)
{
    private const int MaxText = 1_000;

    private readonly List<RequestError> _errors = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Required text.</summary>
    internal string RequiredText(string name, int max = MaxText) => Text(name, max) is { Length: > 0 } text ? text : Missing(name, "");

    /// <summary>Text as it was sent; null where it is missing.</summary>
    internal string? Text(string name, int max = MaxText)
    {
        var text = Find(name);
        if (text?.Length > max)
            Refuse(name, $"is longer than {max} characters");
        return text;
    }

    /// <summary>Required text that is a secret: allowed in the body only, because URLs end up in logs.</summary>
    internal string Secret(string name)
    {
        if (!given.Any(parameter => parameter.Name == name && parameter.InQuery))
            return RequiredText(name);
        _known.Add(name);
        Refuse(name, "must stand in the body, not in the URL");
        return "";
    }

    /// <summary>One of a few words; null where it is missing.</summary>
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

    /// <summary>A required whole number, 1 or more.</summary>
    internal long RequiredNumber(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
            return Missing(name, 1);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        Refuse(name, "must be a whole number, 1 or more");
        return 1;
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

    /// <summary>Whether a parameter was sent, with or without a value.</summary>
    internal bool IsGiven(string name) => given.Any(parameter => parameter.Name == name);

    /// <summary>The query of the same request, as an RFC 6570 template would write it, some parameters left out and one put in.</summary>
    internal string Query(ReadOnlySpan<string> without = default, (string Name, string Value)? with = null)
    {
        var query = new StringBuilder();
        foreach (var (name, value, _) in given)
            if (!without.Contains(name))
                Add(name, value ?? "");
        if (with is { } added)
            Add(added.Name, added.Value);
        return query.ToString();

        void Add(string name, string value) =>
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
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
