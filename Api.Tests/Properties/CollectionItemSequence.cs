namespace Api.Tests.Properties;

/// <summary>Steps to take one after the other.</summary>
/// <param name="Seed">What the company starts with.</param>
/// <param name="Steps">The steps.</param>
internal sealed record CollectionItemSequence(int Seed, IReadOnlyList<CollectionItemStep> Steps)
{
    internal static CollectionItemSequence Make(int seed, int length)
    {
        var random = new Random(seed);
        var steps = Enumerable.Range(0, random.Next(length / 2, length))
            .Select(_ => new CollectionItemStep(random.Next(5) < 3, random.Next(CollectionItemModel.Collections), random.Next(CollectionItemModel.Items)));
        return new CollectionItemSequence(seed, [.. steps]);
    }

    /// <summary>The same with one step less.</summary>
    internal IEnumerable<CollectionItemSequence> Shrunk() =>
        Enumerable.Range(0, Steps.Count).Select(drop => this with { Steps = [.. Steps.Where((_, index) => index != drop)] });

    public override string ToString() => $"start {Seed}: {string.Join("; ", Steps)}";
}
