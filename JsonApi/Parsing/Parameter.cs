using JsonApi.Errors;

namespace JsonApi.Parsing;

/// <summary>
/// One decoded <c>key=value</c> pair: <c>filter[name][eq]=x</c> has the parts filter, name and eq. A member of a body is a parameter too,
/// with a JSON pointer as its key and no position.
/// </summary>
internal readonly record struct Parameter(string Key, ParameterKey Parts, string Value, int Position)
{
    /// <summary>Whether the key ends in <c>[]</c>.</summary>
    internal bool IsArray => Parts.IsArray;

    /// <summary>The value as a comma list; an empty value is an empty list.</summary>
    internal string[] Names() => Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal RequestError? AppendNames(List<NameTerm> names)
    {
        if (Parts.Length > 1)
            return Error($"'{Key}' is not understood; write {Parts[0]}=a,b or {Parts[0]}[]=a");
        foreach (var name in Names())
            names.Add(new NameTerm(name, Key, Position));
        return null;
    }

    internal RequestError Error(string detail) => RequestError.At(Key, Position, detail);
}

/// <summary>A parameter name cut at its brackets; a closing <c>[]</c> is kept as a flag.</summary>
internal readonly record struct ParameterKey(string[] Parts, bool IsArray)
{
    internal int Length => Parts.Length;

    internal string this[int index] => Parts[index];

    internal static bool TryParse(string key, out ParameterKey result)
    {
        result = default;
        var open = key.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            result = new ParameterKey([key], false);
            return !key.Contains(']', StringComparison.Ordinal);
        }
        var parts = new List<string>(3) { key[..open] };
        while (open < key.Length)
        {
            var close = key.IndexOf(']', open);
            if (key[open] != '[' || close < 0 || key.AsSpan(open + 1, close - open - 1).Contains('['))
                return false;
            parts.Add(key[(open + 1)..close]);
            open = close + 1;
        }
        var isArray = parts[^1].Length == 0;
        result = new ParameterKey(isArray ? [.. parts[..^1]] : [.. parts], isArray);
        return true;
    }
}
