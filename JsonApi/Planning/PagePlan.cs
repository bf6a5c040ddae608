using System.Collections.Immutable;

namespace JsonApi.Planning;

/// <summary>A page by number or by cursor.</summary>
/// <param name="Number">From 1; 1 for a page by cursor.</param>
/// <param name="Size">0 to the limit; 0 gives no rows, only meta.</param>
public sealed record PagePlan(int Number, int Size)
{
    /// <summary>Rows before the page; of a page by cursor, those passed over at the start of the list.</summary>
    public long Offset => Skipped ?? ((long)Number - 1) * Size;

    /// <summary>Rows passed over, where they are counted by themselves and not in pages.</summary>
    internal long? Skipped { get; init; }

    /// <summary>Where a page by cursor lies; null for a page by number.</summary>
    public CursorPlan? Cursor { get; internal init; }
}

/// <summary>
/// The page next to a row: the first rows that follow it in the plan's order, or the last ones that come before it. Either way its
/// rows stand in the plan's order.
/// </summary>
/// <param name="Codec">Writes the cursors that lead on from the page.</param>
/// <param name="Values">
/// What that row was ordered by, one value per key of the order, as <see cref="Definitions.Compare"/> has them; empty for the page
/// at the start of the list, or backward at its end.
/// </param>
/// <param name="IsBackward">Whether the page comes before the row: <c>page[before]</c>.</param>
public sealed record CursorPlan(CursorCodec Codec, IReadOnlyList<object?> Values, bool IsBackward)
{
    /// <summary>The cells of the primary rows with the values that they are ordered by, in the order of the keys.</summary>
    public ImmutableArray<int> Columns { get; internal init; } = [];
}
