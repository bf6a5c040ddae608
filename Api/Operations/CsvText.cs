using System.Buffers;

namespace Api.Operations;

/// <summary>Values as fields of a CSV file (RFC 4180).</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> Formulas = SearchValues.Create("=+-@\t\r＝＋－＠");

    /// <summary>
    /// Text that somebody wrote. A spreadsheet would run text that begins like a formula, so that gets an apostrophe, by which spreadsheets know
    /// text.
    /// </summary>
    internal static string Of(string text) =>
        Value(text.Length > 0 && Formulas.Contains(text[0]) ? "'" + text : text);

    /// <summary>A value that is no free text, such as a number.</summary>
    internal static string Value(string value) =>
        value.AsSpan().ContainsAny(Quoted) || value.StartsWith(' ') || value.EndsWith(' ') ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
