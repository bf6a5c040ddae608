namespace Api.Tests.Properties;

internal enum ShopAct
{
    Create,
    Move,
    Tree,
    Delete,
    Sort,
    Add,
    Remove,
    Archive,
    Restore,
    Show,
}

/// <summary>Something done to a shop; what the numbers mean is up to the act and the state the shop is in.</summary>
internal readonly record struct ShopStep(ShopAct Act, int One, int Other, int Seed)
{
    public override string ToString() => $"{Act}({One},{Other},{Seed})";
}

/// <summary>Steps to take one after the other.</summary>
internal sealed record ShopSequence(IReadOnlyList<ShopStep> Steps)
{
    private static readonly ShopAct[] Acts =
    [
        ShopAct.Create, ShopAct.Create, ShopAct.Move, ShopAct.Move, ShopAct.Move, ShopAct.Tree, ShopAct.Tree, ShopAct.Delete,
        ShopAct.Sort, ShopAct.Sort, ShopAct.Add, ShopAct.Add, ShopAct.Add, ShopAct.Add, ShopAct.Remove, ShopAct.Remove,
        ShopAct.Archive, ShopAct.Restore, ShopAct.Show,
    ];

    internal static ShopSequence Make(int seed, int length)
    {
        var random = new Random(seed);
        return new ShopSequence([.. Enumerable.Range(0, random.Next(length / 2, length))
            .Select(_ => new ShopStep(Acts[random.Next(Acts.Length)], random.Next(1_000), random.Next(1_000), random.Next(1_000)))]);
    }

    /// <summary>The same with one step less.</summary>
    internal IEnumerable<ShopSequence> Shrunk() =>
        Enumerable.Range(0, Steps.Count).Select(drop => new ShopSequence([.. Steps.Where((_, index) => index != drop)]));

    public override string ToString() => string.Join("; ", Steps);
}
