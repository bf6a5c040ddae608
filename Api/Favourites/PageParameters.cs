namespace Api.Favourites;

/// <summary>The parameters of a list: which page, the total, a sample.</summary>
/// <param name="Size">Resources on the page.</param>
/// <param name="Cursor">Where the page begins; null for the start.</param>
/// <param name="Offset">How many resources are skipped at the start.</param>
/// <param name="IsCounted">Whether the total is counted.</param>
/// <param name="IsSample">Whether a random resource is returned instead.</param>
internal sealed record PageParameters(int Size, string? Cursor, int Offset, bool IsCounted, bool IsSample)
{
    private const int DefaultSize = 10;
    private const int MaxSize = 100;

    internal static PageParameters Read(Parameters parameters)
    {
        var size = (int)(parameters.Integer("size", 1, MaxSize) ?? DefaultSize);
        var cursor = parameters.Text("cursor") is { Length: > 0 } given ? given : null;
        var offset = parameters.Integer("offset", 0, int.MaxValue);
        var isCounted = parameters.Flag("total_count") ?? false;
        var isSample = parameters.Flag("sample") ?? false;
        if (cursor is not null && offset is not null)
            parameters.Refuse("offset", "cannot be given with a cursor");
        if (isSample && (cursor is not null || offset is not null))
            parameters.Refuse("sample", "cannot be given with a cursor or an offset");
        return new PageParameters(size, cursor, (int)(offset ?? 0), isCounted, isSample);
    }
}
