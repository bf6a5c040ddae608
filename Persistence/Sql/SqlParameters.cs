using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JsonApi.Definitions;
using Persistence.Configurations;

namespace Persistence.Sql;

/// <summary>The values of a statement, by number from 1. SQL text never holds a value.</summary>
internal sealed class SqlParameters
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Strings, longs or doubles.</summary>
    internal List<object> Values { get; } = [];

    internal void Clear() => Values.Clear();

    /// <summary>Writes a placeholder for a value into the text.</summary>
    internal void Add(SqlBuffer sql, object value) => sql.Append("?").Append(Add(value));

    /// <summary>Takes a value that the text may speak of several times; returns its number.</summary>
    internal int Add(object value)
    {
        Values.Add(Stored(value));
        return Values.Count;
    }

    /// <summary>Writes a placeholder for a list into the text: one JSON array, however long.</summary>
    internal void AddList(SqlBuffer sql, IReadOnlyList<object> values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartArray();
            foreach (var value in values)
                switch (Stored(value))
                {
                    case long whole: json.WriteNumberValue(whole); break;
                    case double real: json.WriteNumberValue(real); break;
                    case string text: json.WriteStringValue(text); break;
                }
            json.WriteEndArray();
        }
        Add(sql, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>A value the way the column keeps it.</summary>
    internal static object Stored(object value) => value switch
    {
        string or long or double => value,
        int whole => (long)whole,
        bool flag => flag ? 1L : 0L,
        Guid id => WireText.Write(id),
        DateTimeOffset instant => WireText.Write(instant),
        Enum name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString()),
        IEnumerable<string> texts => WireConversions.Write(texts),
        _ => throw new NotSupportedException($"{value.GetType()} is not a stored type."),
    };
}
