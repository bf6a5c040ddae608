using System.Text;
using Persistence.Sql;

namespace Persistence.Dialects;

/// <summary>What SQLite spells its own way. Everything else of the compiled SQL is standard.</summary>
internal static class SqliteDialect
{
    /// <summary>The fastest way back to a row.</summary>
    internal const string RowKey = "rowid";

    /// <summary>The case-folded form of a column that has no folded twin; a function of ours, registered on every connection.</summary>
    internal static void Fold(SqlBuffer sql, string alias, string column) => sql.Append("fold(").Column(alias, column).Append(")");

    /// <summary>The values of a list parameter, as a subquery.</summary>
    internal static void List(SqlBuffer sql, SqlParameters parameters, IReadOnlyList<object> values)
    {
        sql.Append("(SELECT value FROM json_each(");
        parameters.AddList(sql, values);
        sql.Append("))");
    }

    /// <summary>Text contains the value.</summary>
    internal static void Contains(SqlBuffer sql, ReadOnlySpan<char> text, SqlParameters parameters, string value)
    {
        sql.Append("instr(").Append(text).Append(", ");
        parameters.Add(sql, value);
        sql.Append(") > 0");
    }

    /// <summary>Text starts with the value: a range in code point order, so that an index serves it.</summary>
    internal static void StartsWith(SqlBuffer sql, ReadOnlySpan<char> text, SqlParameters parameters, string value)
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

    /// <summary>Text ends with the value.</summary>
    internal static void EndsWith(SqlBuffer sql, ReadOnlySpan<char> text, SqlParameters parameters, string value)
    {
        sql.Append("substr(").Append(text).Append(", -length(");
        parameters.Add(sql, value);
        sql.Append(")) = ");
        parameters.Add(sql, value);
    }

    /// <summary>An array column, as rows with a <c>value</c>.</summary>
    internal static void Elements(SqlBuffer sql, string alias, string column) => sql.Append("json_each(").Column(alias, column).Append(")");

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
