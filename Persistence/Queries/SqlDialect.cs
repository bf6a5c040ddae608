using JsonApi.Definitions;

namespace Persistence.Queries;

/// <summary>
/// What each database spells its own way. All other SQL of the compilers and of the writes is understood by SQLite and PostgreSQL alike;
/// a connection provides the functions <c>fold(text)</c> and <c>new_id()</c> and takes numbered parameters: <c>?1</c>.
/// </summary>
internal abstract class SqlDialect
{
    /// <summary>A join that reads its left side first, where the database has a syntax for that; takes an ON clause.</summary>
    internal abstract string OrderedJoin { get; }

    /// <summary>The column that leads back to a row fastest; unique within the table of a company.</summary>
    internal abstract string RowKey { get; }

    /// <summary>Orders the ranges of a union that <see cref="RangeNumber"/> has numbered.</summary>
    internal abstract string RangeOrder { get; }

    /// <summary>
    /// An item of a FROM clause: the rows of a parameter that holds a JSON array of arrays, as <see cref="JsonRows"/> writes it, with a column
    /// for each element.
    /// </summary>
    internal abstract string Rows(int parameter, string name, params ReadOnlySpan<(string Name, RowType Type)> columns);

    /// <summary>A column that the planner is not to look up in an index.</summary>
    internal abstract string WithoutIndex(string column);

    /// <summary>A column with the number of a range, where a union does not keep the order of its parts.</summary>
    internal abstract string RangeNumber(int number);

    /// <summary>A limit, from a parameter or as a literal.</summary>
    internal abstract void Limit(SqlBuffer sql, SqlParameters parameters, long rows);

    /// <summary>Equal to one of many values, as few parameters as possible.</summary>
    internal abstract void AnyOf(SqlBuffer sql, SqlParameters parameters, IReadOnlyList<object> values);

    /// <summary>Text contains the value.</summary>
    internal abstract void Contains(SqlBuffer sql, ReadOnlySpan<char> text, SqlParameters parameters, string value);

    /// <summary>Text starts with the value, served by an index on the text.</summary>
    internal abstract void StartsWith(SqlBuffer sql, ReadOnlySpan<char> text, SqlParameters parameters, string value);

    /// <summary>Text ends with the value.</summary>
    internal abstract void EndsWith(SqlBuffer sql, ReadOnlySpan<char> text, SqlParameters parameters, string value);

    /// <summary>Text starts with, ends with or contains one of many values.</summary>
    internal abstract void FitsAny(
        SqlBuffer sql, ReadOnlySpan<char> text, Comparison comparison, SqlParameters parameters, IReadOnlyList<object> values);

    /// <summary>An item of a FROM clause: the elements of an array column, as rows of one column called <c>value</c>.</summary>
    internal abstract void Elements(SqlBuffer sql, string alias, string column, string name);

    /// <summary>A JSON object of many rows as text: their keys and values, text or null, in an order.</summary>
    internal abstract void ObjectOf(SqlBuffer sql, string key, string value, string order);

    /// <summary>The sum of a column of numbers, of the column's own type; null over no rows.</summary>
    internal abstract void Sum(SqlBuffer sql, string alias, string column);

    /// <summary>The mean of a column of numbers, as a number with a fraction; null over no rows.</summary>
    internal abstract void Average(SqlBuffer sql, string alias, string column);
}
