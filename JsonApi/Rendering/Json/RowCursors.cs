using System.Text;
using JsonApi.Execution;
using JsonApi.Planning;

namespace JsonApi.Rendering.Json;

/// <summary>The cursors of the rows of a page.</summary>
public static class RowCursors
{
    /// <summary>The cursor of a primary row: opaque, and of characters that need no escape in a URL.</summary>
    public static string Of(QueryPlan plan, QueryResult result, int row)
    {
        var cursor = plan.Page?.Cursor ?? throw new InvalidOperationException("Only a page by cursor has cursors.");
        return cursor.Codec.Write([.. cursor.Columns.Select(column => Value(result.Primary, row, column))]);
    }

    private static object? Value(ResultTable table, int row, int column) => table.Kind(row, column) switch
    {
        CellKind.Integer => table.Integer(row, column),
        CellKind.Real => table.Real(row, column),
        CellKind.Text => Encoding.UTF8.GetString(table.Text(row, column)),
        _ => null,
    };
}
