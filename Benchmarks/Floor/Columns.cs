using System.Text.Json;

namespace Benchmarks.Floor;

internal enum ColumnKind
{
    Text,
    Number,
    Flag,
    Json,
    /// <summary>Three columns side by side: original, large and xlarge URL.</summary>
    PhotoFile,
}

internal readonly record struct Column(JsonEncodedText Name, int Index, ColumnKind Kind);

/// <summary>The expressions of a SELECT, each once, with its index.</summary>
internal sealed class SelectList
{
    private readonly List<string> _expressions = [];

    internal int Add(string expression)
    {
        if (_expressions.IndexOf(expression) is >= 0 and var known)
            return known;
        _expressions.Add(expression);
        return _expressions.Count - 1;
    }

    /// <summary>The columns of attributes spelled <c>name</c>, <c>name:number</c> or <c>name:kind=expression</c>.</summary>
    internal Column[] Attributes(string alias, string attributes) =>
        [.. attributes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(attribute =>
        {
            var (left, expression) = Cut(attribute, '=');
            var (name, kind) = Cut(left, ':');
            return new Column(JsonEncodedText.Encode(name), Add(expression ?? $"{alias}.{name}"),
                kind is null ? ColumnKind.Text : Enum.Parse<ColumnKind>(kind, ignoreCase: true));
        })];

    public override string ToString() => string.Join(", ", _expressions);

    private static (string Left, string? Right) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, null);
}

internal static class ColumnWriter
{
    private static readonly JsonEncodedText Url = JsonEncodedText.Encode("url");
    private static readonly JsonEncodedText Large = JsonEncodedText.Encode("large");
    private static readonly JsonEncodedText Xlarge = JsonEncodedText.Encode("xlarge");

    internal static void Write(Utf8JsonWriter writer, Statement row, Column[] columns)
    {
        foreach (ref readonly var column in columns.AsSpan())
        {
            switch (column.Kind)
            {
                case ColumnKind.Text:
                    var text = row.Text(column.Index);
                    if (text.IsEmpty && row.IsNull(column.Index))
                        writer.WriteNull(column.Name);
                    else
                        writer.WriteString(column.Name, text);
                    break;
                case ColumnKind.Json:
                    var json = row.Text(column.Index);
                    writer.WritePropertyName(column.Name);
                    writer.WriteRawValue(json.IsEmpty ? "null"u8 : json, skipInputValidation: true);
                    break;
                case ColumnKind.Flag:
                    writer.WriteBoolean(column.Name, row.Number(column.Index) != 0);
                    break;
                case ColumnKind.Number:
                    var number = row.Number(column.Index);
                    if (number == 0 && row.IsNull(column.Index))
                        writer.WriteNull(column.Name);
                    else
                        writer.WriteNumber(column.Name, number);
                    break;
                case ColumnKind.PhotoFile:
                    WritePhotoFile(writer, row, column);
                    break;
            }
        }
    }

    private static void WritePhotoFile(Utf8JsonWriter writer, Statement row, in Column column)
    {
        writer.WriteStartObject(column.Name);
        writer.WriteString(Url, row.Text(column.Index));
        writer.WriteStartObject(Large);
        writer.WriteString(Url, row.Text(column.Index + 1));
        writer.WriteEndObject();
        writer.WriteStartObject(Xlarge);
        writer.WriteString(Url, row.Text(column.Index + 2));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
