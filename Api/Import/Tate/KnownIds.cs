namespace Api.Import.Tate;

/// <summary>The ids of one file and their lines: what the other files may refer to, and why not otherwise.</summary>
internal sealed class KnownIds(string file)
{
    private readonly Dictionary<int, int> _accepted = [];
    private readonly Dictionary<int, int> _refused = [];

    /// <summary>Notes a problem on a row that repeats an id.</summary>
    internal void CheckNew(CsvRow row, int? id)
    {
        if (id is { } value && _accepted.TryGetValue(value, out var line))
            row.Problem($"id {value} is already on line {line}");
    }

    internal void Accept(int id, int line) => _accepted.Add(id, line);

    internal void Refuse(int? id, int line)
    {
        if (id is { } value)
            _refused.TryAdd(value, line);
    }

    /// <summary>Notes a problem on a row whose reference leads nowhere.</summary>
    internal void CheckReference(CsvRow row, string column, int? id)
    {
        if (id is { } value && Absence(value) is { } absence)
            row.Problem($"{column} {value} {absence}");
    }

    /// <summary>Why an id cannot be referred to, null where it can.</summary>
    internal string? Absence(int id) =>
        _accepted.ContainsKey(id) ? null
        : _refused.TryGetValue(id, out var line) ? $"was refused ({file} line {line})"
        : $"is not in {file}";
}
