using System.Buffers;

namespace JsonApi.Execution;

/// <summary>The kind of a cell's value.</summary>
public enum CellKind : byte
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A whole number; booleans are 0 and 1.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Real,

    /// <summary>UTF-8 text, as on the wire.</summary>
    Text,
}

/// <summary>
/// Rows as an executor read them, in pooled memory, independent of the store and of the format of the response. All text is UTF-8 in one
/// block, so that rendering copies bytes. A table is filled once, then only read, then disposed.
/// </summary>
public sealed class ResultTable : IDisposable
{
    private Cell[] _cells;
    private byte[] _text;
    private int _cellCount;
    private int _textLength;

    /// <param name="columns">How many cells a row has.</param>
    public ResultTable(int columns)
    {
        Columns = columns;
        _cells = ArrayPool<Cell>.Shared.Rent(Math.Max(64, columns * 32));
        _text = ArrayPool<byte>.Shared.Rent(4096);
    }

    private record struct Cell(long Value, int Length, CellKind Kind);

    /// <summary>Cells of a row.</summary>
    public int Columns { get; }

    /// <summary>Rows.</summary>
    public int Count => _cellCount / Columns;

    /// <summary>Appends a null.</summary>
    public void AddNull() => Next() = new Cell(0, 0, CellKind.Null);

    /// <summary>Appends a whole number.</summary>
    public void Add(long value) => Next() = new Cell(value, 0, CellKind.Integer);

    /// <summary>Appends a number with a fraction.</summary>
    public void Add(double value) => Next() = new Cell(BitConverter.DoubleToInt64Bits(value), 0, CellKind.Real);

    /// <summary>Appends text.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        if (_textLength + utf8.Length > _text.Length)
            Grow(ref _text, _textLength, _textLength + utf8.Length);
        utf8.CopyTo(_text.AsSpan(_textLength));
        Next() = new Cell(_textLength, utf8.Length, CellKind.Text);
        _textLength += utf8.Length;
    }

    /// <summary>Drops the rows from the given one on.</summary>
    public void Truncate(int rows) => _cellCount = Math.Min(_cellCount, rows * Columns);

    /// <summary>Drops the first row.</summary>
    public void RemoveFirst()
    {
        _cellCount -= Columns;
        Array.Copy(_cells, Columns, _cells, 0, _cellCount);
    }

    /// <summary>The kind of a cell's value.</summary>
    public CellKind Kind(int row, int column) => _cells[(row * Columns) + column].Kind;

    /// <summary>Whether a cell is null.</summary>
    public bool IsNull(int row, int column) => Kind(row, column) == CellKind.Null;

    /// <summary>The whole number in a cell.</summary>
    public long Integer(int row, int column) => _cells[(row * Columns) + column].Value;

    /// <summary>The number with a fraction in a cell.</summary>
    public double Real(int row, int column) => BitConverter.Int64BitsToDouble(_cells[(row * Columns) + column].Value);

    /// <summary>The UTF-8 text in a cell; valid until the table is disposed.</summary>
    public ReadOnlySpan<byte> Text(int row, int column)
    {
        ref var cell = ref _cells[(row * Columns) + column];
        return _text.AsSpan((int)cell.Value, cell.Length);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<Cell>.Shared.Return(_cells);
        ArrayPool<byte>.Shared.Return(_text);
        (_cells, _text, _cellCount) = ([], [], 0);
    }

    private ref Cell Next()
    {
        if (_cellCount == _cells.Length)
            Grow(ref _cells, _cellCount, _cellCount + 1);
        return ref _cells[_cellCount++];
    }

    private static void Grow<T>(ref T[] array, int used, int needed)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(needed, array.Length * 2));
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
