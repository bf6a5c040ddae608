using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Api.Import.Tate;

/// <summary>
/// One CSV file, row by row. A row that is no good as CSV comes with its problem said; a file that is no good as a whole
/// (encoding, header, compression) is a <see cref="TateFileException"/>.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    private readonly FileStream _file;
    private readonly CsvParser _parser;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly int _width;
    private bool _brokenQuotes;

    internal CsvTable(string name, TextReader text, FileStream file, string[] columns)
    {
        Name = name;
        _file = file;
        _parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            TrimOptions = TrimOptions.None,
            IgnoreBlankLines = false,
            BadDataFound = _ => _brokenQuotes = true,
        });
        try
        {
            _width = ReadHeader(columns);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal string Name { get; }

    /// <summary>How much of the file has been read, from 0 to 1.</summary>
    internal double Progress => _file.Length == 0 ? 1 : (double)_file.Position / _file.Length;

    /// <summary>The rows below the header. It is the same object every time, with the next row in it.</summary>
    internal IEnumerable<CsvRow> Rows()
    {
        var row = new CsvRow(_columns);
        while (true)
        {
            // Quoted line breaks make a row longer than a line; it is known by the line it begins on.
            var line = _parser.RawRow + 1;
            if (!Read())
                yield break;
            row.Begin(line, Fields());
            if (_brokenQuotes)
                row.Refuse("a quote is opened and not closed, or is inside an unquoted field" + Extent(line));
            else if (_parser.Count != _width)
                row.Refuse($"{_parser.Count} fields instead of {_width}" + Extent(line));
            yield return row;
        }
    }

    public void Dispose() => _parser.Dispose();

    private string Extent(int line) => _parser.RawRow > line ? $" (the row reaches to line {_parser.RawRow})" : "";

    private int ReadHeader(string[] columns)
    {
        if (!Read())
            throw new TateFileException($"{Name} is empty; expected a header line: {string.Join(',', columns)}");
        var header = Fields();
        if (_brokenQuotes)
            throw new TateFileException($"{Name} line 1: broken quotes in the header");
        for (var index = 0; index < header.Length; index++)
            if (!_columns.TryAdd(header[index], index))
                throw new TateFileException($"{Name} line 1: the column {header[index]} is there twice in the header");
        var missing = columns.Where(column => !_columns.ContainsKey(column)).ToArray();
        if (missing.Length > 0)
            throw new TateFileException($"{Name} line 1: the header lacks {string.Join(", ", missing)}");
        return header.Length;
    }

    private bool Read()
    {
        _brokenQuotes = false;
        try
        {
            return _parser.Read();
        }
        catch (DecoderFallbackException problem)
        {
            throw new TateFileException($"{Name} is not UTF-8 (after line {_parser.RawRow})", problem);
        }
        catch (InvalidDataException problem)
        {
            throw new TateFileException($"{Name} is damaged, cut off or not a gzip file (after line {_parser.RawRow})", problem);
        }
    }

    // Reading all fields of the row is also what makes the parser look at their quotes.
    private string[] Fields() => _parser.Record ?? [];
}
