using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>Asks for the number of a plan's first row.</summary>
/// <param name="Numbering">How rows are numbered.</param>
/// <param name="Scope">Which rows are numbered: those of the resource.</param>
/// <param name="WithinColumn">The cell that says within which rows.</param>
/// <param name="ByColumn">The cell they are ordered by.</param>
public sealed record RowNumberPlan(RowNumbering Numbering, Condition Scope, int WithinColumn, int ByColumn);
