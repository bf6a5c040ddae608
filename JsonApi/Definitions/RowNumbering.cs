namespace JsonApi.Definitions;

/// <summary>
/// How the rows of a resource are numbered, from 1 without gaps: rows with the same value of one path, in the order of another. Numbers
/// are counted when they are read, so no write renumbers rows.
/// </summary>
/// <param name="Within">The path whose values are equal within one numbering: the collection of a collection item.</param>
/// <param name="By">The whole number they are ordered by, in lists by default too.</param>
public sealed record RowNumbering(PropertyPath Within, PropertyPath By);
