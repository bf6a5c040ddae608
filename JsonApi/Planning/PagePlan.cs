using System.Collections.Immutable;

namespace JsonApi.Planning;

/// <summary>A page by number or by cursor.</summary>
/// <param name="Number">From 1; 1 for a page by cursor.</param>
/// <param name="Size">0 to the limit; 0 gives no rows, only meta.</param>
public sealed record PagePlan(int Number, int Size)
{
    /// <summary>Rows before the page; for a page by cursor, the rows skipped at the start of the list.</summary>
    public long Offset => Skipped ?? ((long)Number - 1) * Size;

    /// <summary>Rows to skip, for requests that have an offset instead of a page number.</summary>
    internal long? Skipped { get; init; }

    /// <summary>The cursor of the page; null for a page by number.</summary>
    public CursorPlan? Cursor { get; internal init; }
}

/// <summary>
/// The page next to a row: the first rows after it, or the last rows before it. Either way the page's rows are in the plan's order.
/// </summary>
/// <param name="Codec">Writes the cursors of the next and previous page.</param>
/// <param name="Values">
/// The values that the row is ordered by, one per key of the order, of the types in <see cref="Definitions.Compare"/>; empty for the
/// page at the start of the list, or backward for the one at its end.
/// </param>
/// <param name="IsBackward">Whether the page comes before the row: <c>page[before]</c>.</param>
public sealed record CursorPlan(CursorCodec Codec, IReadOnlyList<object?> Values, bool IsBackward)
{
    /// <summary>The cells of the primary rows with the values they are ordered by, in the order of the keys.</summary>
    public ImmutableArray<int> Columns { get; internal init; } = [];
}
