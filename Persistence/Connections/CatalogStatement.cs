using JsonApi.Execution;

namespace Persistence.Connections;

/// <summary>
/// A prepared statement, kept for the life of its connection. Values are bound by number from 1, as what they are: string, long, double,
/// bool, Guid, DateTimeOffset, byte[] or null. How a column holds them is the database's matter.
/// </summary>
internal abstract class CatalogStatement(string sql) : IDisposable
{
    internal string Sql { get; } = sql;

    public abstract void Dispose();

    internal abstract void Bind(int number, object? value);

    /// <summary>Advances to the next row; false when there is none.</summary>
    internal abstract bool Step();

    /// <summary>Ready to be bound and run again.</summary>
    internal abstract void Reset();

    /// <summary>Runs to the end, for statements without rows; returns how many rows were changed.</summary>
    internal abstract int Run();

    /// <summary>Appends all rows to a table, text as it is on the wire: the whole loop, so that no cell costs a call of its own.</summary>
    internal abstract void CopyRows(ResultTable table);

    internal abstract bool IsNull(int column);

    internal abstract long Integer(int column);

    internal abstract bool Flag(int column);

    internal abstract Guid Id(int column);

    internal abstract DateTimeOffset Time(int column);

    internal abstract string Text(int column);

    /// <summary>Bytes; valid until the next step.</summary>
    internal abstract ReadOnlySpan<byte> Blob(int column);

    internal void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Bind(i + 1, values[i]);
    }
}
