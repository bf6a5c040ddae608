using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Api.Tests.Properties;

/// <summary>Runs a property over new random cases each time; a failure says the smallest case and how to run it again.</summary>
internal static class PropertyCheck
{
    private const string SeedVariable = "PROPERTY_SEED";

    /// <summary>How many times as many cases to run, for a night's search.</summary>
    private const string FactorVariable = "PROPERTY_FACTOR";

    /// <param name="cases">How many cases.</param>
    /// <param name="make">A case from a number.</param>
    /// <param name="shrink">Simpler cases.</param>
    /// <param name="hold">Throws where the property does not hold.</param>
    internal static void Run<T>(int cases, Func<int, T> make, Func<T, IEnumerable<T>> shrink, Action<T> hold)
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable(SeedVariable), out var given) ? given : (ulong)Random.Shared.Next();
        var factor = int.TryParse(Environment.GetEnvironmentVariable(FactorVariable), out var times) ? times : 1;
        var arbitrary = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(make), shrink);
        var config = Config.QuickThrowOnFailure.WithMaxTest(cases * factor)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        try
        {
            Check.One(config, Prop.ForAll(arbitrary, Holds));
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Run it again with {SeedVariable}={seed}. {fault.Message}", fault);
        }

        bool Holds(T one)
        {
            hold(one);
            return true;
        }
    }
}
