using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>Servers on the first core, the generator on the second, so that neither takes the other's time.</summary>
internal static class Cores
{
    internal const string Server = "0";

    private const string Generator = "1";

    internal static bool CanPin { get; } = Environment.ProcessorCount >= 2
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "taskset")));

    /// <summary>Moves every thread of this process; later threads follow the one that starts them.</summary>
    internal static void PinGenerator()
    {
        if (!CanPin)
            return;
        var own = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", Generator, own]) { RedirectStandardOutput = true })!;
        taskset.StandardOutput.ReadToEnd();
        taskset.WaitForExit();
    }
}
