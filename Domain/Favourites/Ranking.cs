namespace Domain.Favourites;

/// <summary>
/// The order of a collection as sparse numbers: an item that is added or moved gets a new number, all others keep theirs. The
/// positions 1..n that clients see are computed on reading.
/// </summary>
public static class Ranking
{
    /// <summary>The distance between two artworks added one after the other: room for 32 moves between the same two.</summary>
    public const long Gap = 1L << 32;

    /// <summary>A rank between two others, of which either may be missing; null where no number is left between them.</summary>
    public static long? Between(long? before, long? after)
    {
        if (before is { } left && after is { } right)
        {
            // Unsigned, because the distance between a very low and a very high rank does not fit into a long.
            var room = unchecked((ulong)right - (ulong)left);
            return room > 1 ? left + (long)(room / 2) : null;
        }
        if (before is { } last)
            return last <= long.MaxValue - Gap ? last + Gap : null;
        if (after is { } first)
            return first >= long.MinValue + Gap ? first - Gap : null;
        return Gap;
    }
}
