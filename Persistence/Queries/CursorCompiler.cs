using System.Collections.Immutable;
using JsonApi.Definitions;
using JsonApi.Planning;

namespace Persistence.Queries;

/// <summary>Some of the rows beyond a cursor: those that meet the condition, in the order of the columns.</summary>
internal sealed record KeysetRange(string Where, IEnumerable<OrderColumn> Order);

/// <summary>
/// The rows beyond the row that a cursor names. In the order of a and b, those beyond (1, 2) are the ones of a = 1 and b &gt; 2, and
/// behind them the ones of a &gt; 1: such ranges, nearest first, are each a range of an index. Which there are depends on which
/// values are null; the text says so.
/// </summary>
internal sealed class CursorCompiler
{
    private readonly SqlParameters _parameters;
    private readonly List<OrderColumn> _columns;

    /// <summary>The numbers of the values, one per column; null for null.</summary>
    private readonly List<int?> _values = [];

    /// <param name="parameters">Takes the values.</param>
    /// <param name="columns">The columns of the order, in the direction of reading.</param>
    /// <param name="order">The keys they come from.</param>
    /// <param name="cursor">The values, one per key.</param>
    internal CursorCompiler(SqlParameters parameters, List<OrderColumn> columns, ImmutableArray<SortKey> order, CursorPlan cursor)
    {
        (_parameters, _columns) = (parameters, columns);
        for (var i = 0; i < order.Length; i++)
        {
            if (order[i].Type == WireType.String)
                Take(cursor.Values[i] is string text ? WireText.Fold(text) : null);
            Take(cursor.Values[i]);
        }
    }

    /// <summary>How a value lies beyond another.</summary>
    private enum Side
    {
        Further,
        Null,
        NotNull,
    }

    /// <summary>
    /// The ranges, nearest first. The columns that no index leads to make none of their own, as each would read all rows once
    /// more: one condition speaks of them together.
    /// </summary>
    internal IEnumerable<KeysetRange> KeysetRanges(TableScope table)
    {
        var leading = LeadingIndexColumns(table);
        if (leading < _columns.Count)
        {
            var where = Within(leading);
            WriteBeyond(where, leading);
            yield return new KeysetRange(where.Text.ToString(), _columns.Skip(leading));
        }
        for (var last = leading - 1; last >= 0; last--)
            foreach (var side in Sides(last))
            {
                var where = Within(last);
                WriteSide(where, last, side);
                // No null is left in it, or nothing else.
                var column = _columns[last] with { CanBeNull = false };
                yield return new KeysetRange(where.Text.ToString(), side == Side.Null ? _columns.Skip(last + 1) : _columns.Skip(last + 1).Prepend(column));
            }
    }

    /// <summary>How many of the leading columns are side by side in an index.</summary>
    private int LeadingIndexColumns(TableScope table)
    {
        var most = 0;
        foreach (var index in table.Entity.Indexes)
            for (var start = 0; start < index.Length; start++)
            {
                var run = 0;
                while (run < _columns.Count && start + run < index.Length && _columns[run] is { IsFolded: false } column
                    && column.Alias == table.Alias && column.Name == index[start + run])
                    run++;
                most = Math.Max(most, run);
            }
        return most;
    }

    private void Take(object? value) => _values.Add(value is null ? null : _parameters.Add(value));

    private Side[] Sides(int at) => (_values[at] is null, _columns[at].CanBeNull, _columns[at].Descending) switch
    {
        (true, true, true) => [Side.NotNull],
        (true, _, _) => [],
        (false, true, false) => [Side.Further, Side.Null],
        _ => [Side.Further],
    };

    /// <summary>The values before a column are those of the cursor.</summary>
    private SqlBuffer Within(int at)
    {
        var where = new SqlBuffer();
        for (var i = 0; i < at; i++)
        {
            WriteEqual(where, i);
            where.Append(" AND ");
        }
        return where;
    }

    private void WriteBeyond(SqlBuffer sql, int at)
    {
        sql.Append("(");
        foreach (var side in Sides(at))
        {
            WriteSide(sql, at, side);
            sql.Append(" OR ");
        }
        if (at + 1 < _columns.Count)
        {
            WriteEqual(sql, at);
            sql.Append(" AND ");
            WriteBeyond(sql, at + 1);
        }
        else
            sql.Append("FALSE");
        sql.Append(")");
    }

    private void WriteEqual(SqlBuffer sql, int at)
    {
        _columns[at].Write(sql);
        if (_values[at] is { } number)
            sql.Append(" = ").Parameter(number);
        else
            sql.Append(" IS NULL");
    }

    private void WriteSide(SqlBuffer sql, int at, Side side)
    {
        _columns[at].Write(sql);
        if (side == Side.Further)
            sql.Append(_columns[at].Descending ? " < " : " > ").Parameter(_values[at]!.Value);
        else
            sql.Append(side == Side.Null ? " IS NULL" : " IS NOT NULL");
    }
}
