using System.Globalization;
using System.Text.Json;
using JsonApi.Errors;

namespace Api.Validation;

/// <summary>
/// An object within an attribute of a body whose members are all known. What is missing, unknown or of another shape is an error that points
/// to it; after the members were read, <see cref="Close"/> finds those that nobody read.
/// </summary>
/// <param name="element">The object.</param>
/// <param name="path">Its location below <c>/data/attributes</c>, the name of the attribute first.</param>
/// <param name="errors">Receives the errors.</param>
internal sealed class StrictObject(JsonElement element, IReadOnlyList<string> path, List<RequestError> errors)
{
    private readonly List<string> _read = [];

    /// <summary>Its location below <c>/data/attributes</c>.</summary>
    internal string Location => string.Join('/', path);

    /// <summary>Receives the errors.</summary>
    internal List<RequestError> Errors => errors;

    /// <summary>A string that is one of the allowed; null where it is not, which is an error.</summary>
    internal string? OneOf(string name, params IReadOnlyList<string> allowed)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && allowed.Contains(text))
            return text;
        Fail([name], $"should be one of {string.Join(", ", allowed)}", "invalid");
        return null;
    }

    /// <summary>An object with members; null where there is none, which is an error.</summary>
    internal StrictObject? Object(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new StrictObject(value, [.. path, name], errors);
        Fail([name], "should be an object", "invalid");
        return null;
    }

    /// <summary>All members, of which the allowed count as read.</summary>
    internal List<(string Name, JsonElement Value)> Members(IReadOnlyList<string> allowed)
    {
        _read.AddRange(allowed);
        return [.. element.EnumerateObject().Select(member => (member.Name, member.Value))];
    }

    /// <summary>Checks a list of different uuids, one at least; where it is not required, it may be left out.</summary>
    internal void Uuids(string name, int max, bool isRequired = true)
    {
        if (isRequired || Has(name))
            Each(name, max, "uuids", "a uuid", value =>
                value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out var id) ? id : null);
        else
            _read.Add(name);
    }

    /// <summary>Checks a list of different texts, one at least.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="max">The most texts.</param>
    /// <param name="isValid">What each has to be like.</param>
    /// <param name="rule">The same in words: <c>a text of at most 5 characters</c>.</param>
    internal void Texts(string name, int max, Func<string, bool> isValid, string rule) =>
        Each(name, max, "strings", rule, value =>
            value.ValueKind == JsonValueKind.String && value.GetString() is { } text && isValid(text) ? text.Trim() : null);

    /// <summary>A list that has to be empty, null or left out.</summary>
    internal void Empty(string name, string why)
    {
        _read.Add(name);
        if (Has(name) && element.GetProperty(name) is var value && (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > 0))
            Fail([name], why, "contradictory");
    }

    /// <summary>An error about the object itself.</summary>
    internal void Fail(string message, string code) => Fail([], message, code);

    /// <summary>Finds the members that nobody read.</summary>
    internal void Close()
    {
        foreach (var member in element.EnumerateObject().Where(member => !_read.Contains(member.Name)).TakeWhile(_ => !errors.IsFull()))
            Fail([member.Name], $"is unknown here; known are {string.Join(", ", _read)}", "invalid");
    }

    /// <summary>Checks a list of different values, one at least.</summary>
    private void Each(string name, int max, string values, string rule, Func<JsonElement, object?> read)
    {
        if (Find(name) is not { } list)
            return;
        if (list.ValueKind != JsonValueKind.Array)
            Fail([name], $"should be an array of {values}", "invalid");
        else if (list.GetArrayLength() == 0)
            Fail([name], "can't be blank", "blank");
        else if (list.GetArrayLength() > max)
            Fail([name], string.Create(CultureInfo.InvariantCulture, $"has too many values (maximum is {max})"), "too_many");
        else
        {
            var known = new HashSet<object>();
            foreach (var (index, value) in list.EnumerateArray().Index())
                if (read(value) is not { } item)
                    Fail([name, Step(index)], $"should be {rule}", "invalid");
                else if (!known.Add(item))
                    Fail([name, Step(index)], "is in the list twice", "duplicate");
        }
    }

    private bool Has(string name) => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A member; an error where it is missing or null.</summary>
    private JsonElement? Find(string name)
    {
        _read.Add(name);
        if (Has(name))
            return element.GetProperty(name);
        Fail([name], "can't be blank", "blank");
        return null;
    }

    private void Fail(IEnumerable<string> below, string message, string code) =>
        errors.Add(RequestError.Invalid([.. path, .. below], message, code) with { Meta = new ErrorMeta(path[0], message, code) });

    private static string Step(int index) => index.ToString(CultureInfo.InvariantCulture);
}
