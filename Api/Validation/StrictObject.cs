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

    /// <summary>Whether it has a member that is not null.</summary>
    internal bool Has(string name) => element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

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

    /// <summary>An object; null where there is none, which is an error.</summary>
    internal StrictObject? Object(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new StrictObject(value, [.. path, name], errors);
        Fail([name], "should be an object", "invalid");
        return null;
    }

    /// <summary>Checks a list of different uuids, one at least.</summary>
    internal void Uuids(string name, int max) =>
        Each(name, "uuid", max, value => value.ValueKind == JsonValueKind.String && Guid.TryParseExact(value.GetString(), "D", out var id) ? id : null);

    /// <summary>Finds the members that nobody asked for.</summary>
    internal void Close()
    {
        foreach (var member in element.EnumerateObject().Where(member => !_read.Contains(member.Name)))
            Fail([member.Name], $"is unknown here; known are {string.Join(", ", _read)}", "invalid");
    }

    /// <summary>Checks a list of different values, one at least.</summary>
    private void Each(string name, string what, int max, Func<JsonElement, object?> read)
    {
        if (Find(name) is not { } list)
            return;
        if (list.ValueKind != JsonValueKind.Array)
        {
            Fail([name], $"should be an array of {what}s", "invalid");
            return;
        }
        if (list.GetArrayLength() is var length && (length == 0 || length > max))
        {
            Fail([name], length == 0 ? "can't be blank" : string.Create(CultureInfo.InvariantCulture, $"has too many values (maximum is {max})"), length == 0 ? "blank" : "too_many");
            return;
        }
        var known = new HashSet<object>();
        foreach (var (index, value) in list.EnumerateArray().Index())
            if (read(value) is not { } item)
                Fail([name, Step(index)], $"should be a {what}", "invalid");
            else if (!known.Add(item))
                Fail([name, Step(index)], "is in the list twice", "duplicate");
    }

    /// <summary>A member; an error where it is missing or null.</summary>
    private JsonElement? Find(string name)
    {
        _read.Add(name);
        if (Has(name))
            return element.GetProperty(name);
        Fail([name], "can't be blank", "blank");
        return null;
    }

    private void Fail(IEnumerable<string> below, string message, string code)
    {
        List<string> whole = [.. path, .. below];
        errors.Add(new RequestError(ErrorCodes.Unprocessable, $"{string.Join('.', whole)} {message}")
        {
            Pointer = "/data/attributes/" + string.Join('/', whole.Select(RequestError.PointerStep)),
            Meta = new ErrorMeta(path[0], message, code),
        });
    }

    private static string Step(int index) => index.ToString(CultureInfo.InvariantCulture);
}
