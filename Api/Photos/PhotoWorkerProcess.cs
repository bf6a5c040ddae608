using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Api.Photos;

/// <summary>
/// Runs a <see cref="PhotoWorker"/> on a file that a stranger made: in a process of its own with limits on time, memory and what it writes, and
/// with none of the server's environment.
/// </summary>
internal sealed class PhotoWorkerProcess(PhotoSettings settings, ILogger<PhotoWorkerProcess> log)
{
    private static readonly TimeSpan BetweenMemoryChecks = TimeSpan.FromMilliseconds(50);

    private bool _isUnavailableLogged;

    /// <summary>Makes the variants in a photo's folder.</summary>
    /// <param name="folder">Where the original is and the variants are written.</param>
    /// <param name="original">The name of the original, a file that begins like one of the four formats.</param>
    /// <param name="cancellation">Ends the process.</param>
    internal async Task<PhotoWorkerResult> RunAsync(string folder, string original, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Start(folder, original) };
        process.Start();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(settings.TimeLimit);
        try
        {
            var memory = settings.WatchesMemory ? WatchMemoryAsync(process, limit) : Task.CompletedTask;
            var message = ReadStartAsync(process.StandardError, limit.Token);
            await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            var result = Result(await message, await ExitCodeAsync(process, limit.Token));
            await limit.CancelAsync();
            await memory;
            return result;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            log.LogInformation("The photo worker took longer than {Limit}, or too much memory", settings.TimeLimit);
            return PhotoWorkerResult.Undecodable;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private PhotoWorkerResult Result(string message, int exitCode)
    {
        if (exitCode == PhotoWorker.Success)
            return PhotoWorkerResult.Made;
        if (exitCode != PhotoWorker.NoLibrary)
        {
            log.LogInformation("The photo worker ended with {Code}: {Message}", exitCode, message);
            return PhotoWorkerResult.Undecodable;
        }
        if (!Interlocked.Exchange(ref _isUnavailableLogged, true))
            log.LogWarning("libvips cannot be loaded on this system, so photos are served in their original size only: {Message}", message);
        return PhotoWorkerResult.Unavailable;
    }

    private static async Task<int> ExitCodeAsync(Process process, CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    /// <summary>For systems without a limit that the kernel enforces: ends the wait for a process that takes too much.</summary>
    private async Task WatchMemoryAsync(Process process, CancellationTokenSource limit)
    {
        while (!limit.IsCancellationRequested && !process.HasExited)
        {
            process.Refresh();
            if (!process.HasExited && process.WorkingSet64 > settings.MaxMemory)
                await limit.CancelAsync();
            await Task.Delay(BetweenMemoryChecks, limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private ProcessStartInfo Start(string folder, string original)
    {
        var runtime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var command = settings.Worker ?? FindProgram(runtime);
        var start = new ProcessStartInfo(command[0], [.. command[1..], PhotoWorker.Command, original])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        var systemRoot = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        if (OperatingSystem.IsWindows())
            start.Environment["SystemRoot"] = systemRoot;
        start.Environment["DOTNET_ROOT"] = runtime;
        // A small managed heap; no cultures, no diagnostics and no background work, which only cost time at the start.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x4000000";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["VIPS_WARNING"] = "none";
        // The memory limit is the only one that counts; nothing is spilled to the disk.
        start.Environment["VIPS_DISC_THRESHOLD"] = "2g";
        return start;
    }

    /// <summary>This server's own program; what runs now may be another that contains it, such as a test runner.</summary>
    private static string[] FindProgram(string runtime)
    {
        var name = typeof(PhotoWorker).Assembly.GetName().Name!;
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? name + ".exe" : name);
        return File.Exists(program)
            ? [program]
            : [Path.Combine(runtime, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), Path.Combine(AppContext.BaseDirectory, name + ".dll")];
    }

    /// <summary>The first words, for the log; the rest is read and dropped, or the process would wait.</summary>
    private static async Task<string> ReadStartAsync(StreamReader text, CancellationToken cancellation)
    {
        var start = new char[500];
        var length = await text.ReadBlockAsync(start, cancellation);
        await text.BaseStream.CopyToAsync(Stream.Null, cancellation);
        return new string(start, 0, length).ReplaceLineEndings(" ").Trim();
    }
}
