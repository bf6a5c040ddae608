namespace Api.Import.Tate;

/// <summary>The rows that were not loaded, by file and line, with the reason. The first ones are kept, all are counted.</summary>
internal sealed class RefusedRows
{
    internal const int Kept = 50;

    private readonly List<string> _first = [];

    internal int Count { get; private set; }

    internal IReadOnlyList<string> First => _first;

    internal void Add(string file, int line, string reason)
    {
        Count++;
        if (_first.Count < Kept)
            _first.Add($"{file} line {line}: {reason}");
    }
}
