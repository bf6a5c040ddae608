using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JsonApi.Definitions;
using Persistence.Queries;

namespace Persistence.Sqlite;

/// <summary>The spellings of SQLite.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    internal static readonly SqliteDialect Instance = new();

    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private SqliteDialect()
    {
    }

    internal override string OrderedJoin => " CROSS JOIN ";

    internal override string RowKey => "rowid";

    // json_extract reads each of the inner arrays; ids are text in columns too.
    internal override string Rows(int parameter, string name, params ReadOnlySpan<(string Name, RowType Type)> columns)
    {
        var list = new StringBuilder();
        for (var i = 0; i < columns.Length; i++)
            list.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? ", " : "")}json_extract(value, '$[{i}]') AS {columns[i].Name}");
        return string.Create(CultureInfo.InvariantCulture, $"(SELECT {list} FROM json_each(?{parameter})) {name}");
    }

    internal override string WithoutIndex(string column) => "+" + column;

    // SQLite reads the parts of a UNION ALL one after the other, and none further when the outer limit is reached.
    internal override string RangeOrder => "";

    internal override string RangeNumber(int number) => "";

    internal override void Limit(SqlBuffer sql, SqlParameters parameters, long rows)
    {
        sql.Append(" LIMIT ");
        parameters.Add(sql, rows);
    }

    internal override void AnyOf(SqlBuffer sql, SqlParameters parameters, IReadOnlyList<object> values)
    {
        sql.Append(" IN (SELECT value FROM json_each(");
        AddList(sql, parameters, values);
        sql.Append("))");
    }

    internal override void Contains(SqlBuffer sql, ReadOnlySpan<char> text, SqlParameters parameters, string value)
    {
        sql.Append("instr(").Append(text).Append(", ");
        parameters.Add(sql, value);
        sql.Append(") > 0");
    }

    /// <summary>A range in code point order.</summary>
    internal override void StartsWith(SqlBuffer sql, ReadOnlySpan<char> text, SqlParameters parameters, string value)
    {
        sql.Append("(").Append(text).Append(" >= ");
        parameters.Add(sql, value);
        if (After(value) is { } end)
        {
            sql.Append(" AND ").Append(text).Append(" < ");
            parameters.Add(sql, end);
        }
        sql.Append(")");
    }

    internal override void EndsWith(SqlBuffer sql, ReadOnlySpan<char> text, SqlParameters parameters, string value)
    {
        sql.Append("substr(").Append(text).Append(", -length(");
        parameters.Add(sql, value);
        sql.Append(")) = ");
        parameters.Add(sql, value);
    }

    internal override void FitsAny(
        SqlBuffer sql, ReadOnlySpan<char> text, Comparison comparison, SqlParameters parameters, IReadOnlyList<object> values)
    {
        sql.Append("EXISTS (SELECT 1 FROM json_each(");
        AddList(sql, parameters, values);
        sql.Append(") v WHERE ").Append(comparison switch
        {
            Comparison.Prefix => "v.value = substr(",
            Comparison.Suffix => "v.value = '' OR v.value = substr(",
            _ => "instr(",
        }).Append(text).Append(comparison switch
        {
            Comparison.Prefix => ", 1, length(v.value))",
            Comparison.Suffix => ", -length(v.value))",
            _ => ", v.value) > 0",
        }).Append(") AND ").Append(text).Append(" IS NOT NULL");
    }

    internal override void Elements(SqlBuffer sql, string alias, string column, string name) =>
        sql.Append("json_each(").Column(alias, column).Append(") ").Append(name);

    internal override void ObjectOf(SqlBuffer sql, string key, string value, string order) =>
        sql.Append("json_group_object(").Append(key).Append(", ").Append(value).Append(" ORDER BY ").Append(order).Append(")");

    internal override void Sum(SqlBuffer sql, string alias, string column) => sql.Append("sum(").Column(alias, column).Append(")");

    internal override void Average(SqlBuffer sql, string alias, string column) => sql.Append("avg(").Column(alias, column).Append(")");

    /// <summary>One parameter for a list, however long: a JSON array of the values as columns hold them.</summary>
    private static void AddList(SqlBuffer sql, SqlParameters parameters, IReadOnlyList<object> values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartArray();
            foreach (var value in values)
                switch (SqlParameters.Stored(value))
                {
                    case long whole: json.WriteNumberValue(whole); break;
                    case double real: json.WriteNumberValue(real); break;
                    case bool flag: json.WriteNumberValue(flag ? 1 : 0); break;
                    case Guid id: json.WriteStringValue(id); break;
                    case DateTimeOffset time: json.WriteStringValue(WireText.Write(time)); break;
                    case string text: json.WriteStringValue(text); break;
                }
            json.WriteEndArray();
        }
        parameters.Add(sql, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>The least text above all that start with the value; null when there is none.</summary>
    private static string? After(string value)
    {
        var runes = value.EnumerateRunes().ToList();
        for (var last = runes.Count - 1; last >= 0; last--)
        {
            var next = runes[last].Value == 0xD7FF ? 0xE000 : runes[last].Value + 1;
            if (next > 0x10FFFF)
                continue;
            var text = new StringBuilder();
            foreach (var rune in runes.Take(last).Append(new Rune(next)))
                text.Append(rune.ToString());
            return text.ToString();
        }
        return null;
    }
}
