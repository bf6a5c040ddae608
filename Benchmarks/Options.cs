using System.Globalization;

namespace Benchmarks;

/// <summary>The command line of a run.</summary>
internal sealed record Options
{
    internal const string Usage = """
        Benchmarks [--workloads W1,W5] [--seconds 5] [--rounds 3] [--quick] [--floor-only] [--calibrate] [--growth] [--bulk]
                   [--data artifacts/benchmarks/catalog.db]
        Benchmarks json
        Benchmarks floor --urls http://127.0.0.1:5080 --db FILE
        Benchmarks server --urls http://127.0.0.1:5081 --db FILE
        """;

    internal string[] Workloads { get; init; } = [];
    internal double Seconds { get; init; } = 5;
    internal double WarmUpSeconds { get; init; } = 3;
    internal int Rounds { get; init; } = 3;

    /// <summary>To see that it works, not to measure.</summary>
    internal bool Quick { get; init; }

    internal bool FloorOnly { get; init; }

    /// <summary>The floor against itself: how far the ratio is off by the machine's noise alone.</summary>
    internal bool Calibrate { get; init; }

    /// <summary>Instead of the load: what is done to many items at once, over ever more of them.</summary>
    internal bool Growth { get; init; }

    /// <summary>Instead of the load: long-running operations over many items.</summary>
    internal bool Bulk { get; init; }

    internal string Data { get; init; } = Path.Combine("artifacts", "benchmarks", "catalog.db");

    internal static Options Read(string[] arguments)
    {
        var options = new Options();
        var i = 0;
        for (; i < arguments.Length; i++)
            options = arguments[i] switch
            {
                "--quick" => options with { Quick = true, Seconds = 1, WarmUpSeconds = 1, Rounds = 1 },
                "--floor-only" => options with { FloorOnly = true },
                "--calibrate" => options with { Calibrate = true },
                "--growth" => options with { Growth = true },
                "--bulk" => options with { Bulk = true },
                "--workloads" => options with { Workloads = Value().Split(',') },
                "--seconds" => options with { Seconds = double.Parse(Value(), CultureInfo.InvariantCulture) },
                "--rounds" => options with { Rounds = int.Parse(Value(), CultureInfo.InvariantCulture) },
                "--data" => options with { Data = Value() },
                var unknown => throw new FormatException($"Unknown argument {unknown}.\n{Usage}"),
            };
        return options;

        string Value() => ++i < arguments.Length ? arguments[i] : throw new FormatException(Usage);
    }

    /// <summary>The value behind a name, for the server modes.</summary>
    internal static string Required(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length
            ? arguments[at + 1]
            : throw new FormatException(Usage);
}
