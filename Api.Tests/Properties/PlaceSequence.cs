namespace Api.Tests.Properties;

/// <summary>Steps to take one after the other.</summary>
/// <param name="Seed">What the company starts with.</param>
/// <param name="Steps">The steps.</param>
internal sealed record PlaceSequence(int Seed, IReadOnlyList<PlaceStep> Steps)
{
    internal static PlaceSequence Make(int seed, int length)
    {
        var random = new Random(seed);
        var steps = Enumerable.Range(0, random.Next(length / 2, length))
            .Select(_ => new PlaceStep(random.Next(5) < 3, random.Next(PlaceModel.Collections), random.Next(PlaceModel.Items)));
        return new PlaceSequence(seed, [.. steps]);
    }

    /// <summary>The same with one step less.</summary>
    internal IEnumerable<PlaceSequence> Shrunk() =>
        Enumerable.Range(0, Steps.Count).Select(drop => this with { Steps = [.. Steps.Where((_, index) => index != drop)] });

    public override string ToString() => $"start {Seed}: {string.Join("; ", Steps)}";
}
