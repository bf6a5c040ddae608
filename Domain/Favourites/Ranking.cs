namespace Domain.Favourites;

/// <summary>
/// The order of a collection as sparse numbers: what is added or moved gets a number of its own, the others keep theirs. The
/// positions 1..n that clients see are counted on reading.
/// </summary>
public static class Ranking
{
    /// <summary>What lies between two artworks added one after the other: room for 32 moves between the same two.</summary>
    public const long Gap = 1L << 32;

    /// <summary>A rank between two others, of which either may be missing; null where there is no room left.</summary>
    public static long? Between(long? before, long? after)
    {
        if (before is { } left && after is { } right)
        {
            // Unsigned, because what lies between a very low and a very high rank is more than a long holds.
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
