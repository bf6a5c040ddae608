using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>What the server adds to a caller's query.</summary>
public sealed record ReadOptions
{
    /// <summary>Nothing.</summary>
    public static readonly ReadOptions None = new();

    /// <summary>What rows must be like besides the caller's filters, such as who may see them.</summary>
    public Condition Where { get; init; } = Condition.Always;

    /// <summary>What the cursors of a list are bound to besides company, resource and order, such as the list's parent.</summary>
    public string CursorBinding { get; init; } = "";

    /// <summary>How many rows are skipped at the start of a list that is paged by cursor.</summary>
    public int Skip { get; init; }

    /// <summary>Whether the number of the first row is read: see <see cref="RowNumbering"/>.</summary>
    public bool NumbersRows { get; init; }

    /// <summary>Whether rows of the numbering are left out, so that numbers do not begin with 1.</summary>
    public bool LeavesOutNumbers { get; init; }
}
