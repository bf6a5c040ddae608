using System.Globalization;

namespace Api.Import.Tate;

/// <summary>
/// One row while it is checked: reading a field that is not as it must be notes a problem and goes on, so that a row is
/// refused with all that is wrong with it.
/// </summary>
internal sealed class CsvRow(IReadOnlyDictionary<string, int> columns)
{
    internal const int MaxName = 1_000;
    internal const int MaxText = 65_535;

    private readonly List<string> _problems = [];
    private string[] _fields = [];
    private bool _readable;

    internal int Line { get; private set; }

    internal bool Accepted => _problems.Count == 0;

    internal string Reason => string.Join("; ", _problems);

    internal void Begin(int line, string[] fields)
    {
        Line = line;
        _fields = fields;
        _readable = true;
        _problems.Clear();
    }

    /// <summary>The row is no row at all: its fields read as nothing, without problems of their own.</summary>
    internal void Refuse(string reason)
    {
        _readable = false;
        _problems.Clear();
        _problems.Add(reason);
    }

    internal void Problem(string reason)
    {
        if (_readable)
            _problems.Add(reason);
    }

    /// <summary>A whole number from 0, or null with a problem noted.</summary>
    internal int? Id(string column)
    {
        var text = Raw(column);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return id;
        Problem(text.Length == 0 ? $"{column} is empty" : $"{column} \"{Shown(text)}\" is not a whole number");
        return null;
    }

    internal int? OptionalId(string column) => Raw(column).Length == 0 ? null : Id(column);

    /// <summary>Text that must not be blank, unchanged.</summary>
    internal string Required(string column, int limit = MaxName)
    {
        var text = Limited(column, limit);
        if (string.IsNullOrWhiteSpace(text))
            Problem($"{column} is empty");
        return text;
    }

    /// <summary>Text, unchanged; null where the field is empty.</summary>
    internal string? Optional(string column, int limit = MaxText) => Limited(column, limit) is { Length: > 0 } text ? text : null;

    internal string? OptionalUrl(string column)
    {
        var text = Optional(column, MaxName);
        if (text is not null && !text.StartsWith("http://", StringComparison.Ordinal) && !text.StartsWith("https://", StringComparison.Ordinal))
            Problem($"{column} \"{Shown(text)}\" is not a web address");
        return text;
    }

    /// <summary>Four digits or nothing.</summary>
    internal void CheckYear(string column)
    {
        var text = Raw(column);
        if (text.Length != 0 && (text.Length != 4 || !text.All(char.IsAsciiDigit)))
            Problem($"{column} \"{Shown(text)}\" is not a year of four digits");
    }

    internal double? Millimetres(string column)
    {
        var text = Raw(column);
        if (text.Length == 0)
            return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e9)
            return number;
        Problem($"{column} \"{Shown(text)}\" is not a length in millimetres");
        return null;
    }

    private string Limited(string column, int limit)
    {
        var text = Raw(column);
        if (text.Length > limit)
            Problem($"{column} has {text.Length} characters, at most {limit} are allowed");
        if (text.Contains('\0', StringComparison.Ordinal))
            Problem($"{column} holds a NUL character");
        return text;
    }

    private string Raw(string column) => _readable ? _fields[columns[column]] : "";

    private static string Shown(string text) => (text.Length <= 40 ? text : text[..40] + "…").ReplaceLineEndings(" ");
}
