using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>The port to a store: runs plans. Two exist: compiled SQL, and in-memory lists as the oracle of the tests.</summary>
public interface IPlanExecutor
{
    /// <summary>
    /// Runs a plan. The one error it can find is that more rows are included than allowed; the caller disposes the result.
    /// </summary>
    ValueTask<Result<QueryResult>> ExecuteAsync(QueryPlan plan, CancellationToken cancellation);
}

/// <summary>What a plan read.</summary>
public sealed class QueryResult : IDisposable
{
    private readonly ResultTable?[] _tables;

    /// <param name="rowPlans">How many row plans the plan has.</param>
    /// <param name="stats">How many stats it asks for.</param>
    public QueryResult(int rowPlans, int stats)
    {
        _tables = new ResultTable?[rowPlans];
        Children = new ChildRows?[rowPlans];
        Stats = new ResultTable?[stats];
    }

    /// <summary>The primary rows.</summary>
    public ResultTable Primary => Table(0);

    /// <summary>Whether there are rows beyond those of the page: after them, or before them where the page was read backward.</summary>
    public bool HasMore { get; set; }

    /// <summary>How many statements were run, for whoever watches that it does not grow with the rows.</summary>
    public int Statements { get; set; }

    /// <summary>How many rows of its numbering come before the first row, where the plan asks for it; the rows skipped otherwise.</summary>
    public long RowsBefore { get; set; }

    /// <summary>Per stat one row with the number, or a row per value with value and count.</summary>
    public ResultTable?[] Stats { get; }

    /// <summary>Which rows of a child table belong to which parent, by row plan index.</summary>
    public ChildRows?[] Children { get; }

    /// <summary>The rows of a row plan.</summary>
    public ResultTable Table(int rowPlan) => _tables[rowPlan] ?? throw new InvalidOperationException($"Row plan {rowPlan} has not been run.");

    /// <summary>The rows of a child plan that hang below a parent.</summary>
    public (ResultTable Rows, int Start, int Count) Below(ChildPlan child, WireId parent)
    {
        var (start, count) = Children[child.Rows.Index]!.Below(parent);
        return (Table(child.Rows.Index), start, count);
    }

    /// <summary>Takes the rows of a row plan into its care.</summary>
    public void SetTable(int rowPlan, ResultTable table) => _tables[rowPlan] = table;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var table in _tables)
            table?.Dispose();
        foreach (var table in Stats)
            table?.Dispose();
    }
}

/// <summary>The rows of a child table by the id of their parent; rows of one parent lie together, in order.</summary>
public sealed class ChildRows
{
    private readonly Dictionary<WireId, (int Start, int Count)> _ranges = [];

    /// <summary>Reads off which rows belong to which parent.</summary>
    /// <param name="table">The child rows, those of one parent together.</param>
    /// <param name="parentColumn">The cell with the parent's id.</param>
    public ChildRows(ResultTable table, int parentColumn)
    {
        var start = 0;
        for (var row = 1; row <= table.Count; row++)
        {
            if (row < table.Count && table.Text(row, parentColumn).SequenceEqual(table.Text(start, parentColumn)))
                continue;
            _ranges.Add(WireId.Read(table.Text(start, parentColumn)), (start, row - start));
            start = row;
        }
    }

    /// <summary>The rows below a parent.</summary>
    public (int Start, int Count) Below(WireId parent) => _ranges.GetValueOrDefault(parent);
}

/// <summary>An id as a value that compares fast.</summary>
/// <param name="Value">The uuid.</param>
public readonly record struct WireId(Guid Value)
{
    /// <summary>Reads 36 characters.</summary>
    public static WireId Read(ReadOnlySpan<byte> utf8) =>
        System.Buffers.Text.Utf8Parser.TryParse(utf8, out Guid id, out _)
            ? new WireId(id)
            : throw new FormatException("A stored id is not a uuid.");
}
