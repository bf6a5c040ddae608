using System.Diagnostics;
using System.Globalization;

namespace Api.Photos;

/// <summary>
/// Runs libvips' program on files that strangers made: in a process of its own with limits on time, memory and what it writes, with
/// none of the server's environment, and without the loaders that libvips itself calls untrusted. Which of the others reads a file, its
/// first bytes tell, which were checked before.
/// </summary>
internal sealed class VipsThumbnail
{
    /// <summary>Address space: a picture of 50 megapixels wants 700 MB in the worst of its formats.</summary>
    private const int MaxMemoryKilobytes = 1024 * 1024;

    private const string Shell = "/bin/sh";

    /// <summary>
    /// Soft and hard limits; a shell that lacks one of them goes on with the others. Files are counted in half kilobytes. Processor time
    /// is for what the server does not live to end: a process that it ends before the clock does leaves behind what it started.
    /// </summary>
    private readonly string _limited;

    private readonly string? _program;
    private readonly TimeSpan _timeLimit;
    private readonly ILogger<VipsThumbnail> _log;
    private readonly Lazy<bool> _isInstalled;

    public VipsThumbnail(PhotoSettings settings, ILogger<VipsThumbnail> log)
    {
        (_program, _timeLimit, _log) = (Find(settings.Vips), settings.TimeLimit, log);
        _limited = string.Create(
            CultureInfo.InvariantCulture,
            $"{{ ulimit -c 0; ulimit -t {(2 * _timeLimit.TotalSeconds) + 1:0}; ulimit -f 65536; ulimit -v {MaxMemoryKilobytes}; }} 2>/dev/null; exec \"$0\" \"$@\"");
        _isInstalled = new Lazy<bool>(() => TellWhetherInstalled(settings.Vips));
    }

    /// <summary>Whether there is such a program; where there is none, the log says so once, at the first upload.</summary>
    internal bool IsInstalled => _isInstalled.Value;

    /// <summary>
    /// Makes a picture that fits a square, upright and in sRGB, never larger than it was; of an animation, its first frame. False
    /// where the input cannot be decoded to its end within the limits.
    /// </summary>
    /// <param name="folder">Where both files lie.</param>
    /// <param name="input">The name of the input, a file that begins like one of the four formats.</param>
    /// <param name="output">The name of the output, whose ending tells the format.</param>
    /// <param name="box">The side of the square.</param>
    /// <param name="cancellation">Ends the process.</param>
    internal async Task<bool> ShrinkAsync(string folder, string input, string output, int box, CancellationToken cancellation)
    {
        var side = box.ToString(CultureInfo.InvariantCulture);
        return await RunAsync(
            folder, cancellation,
            "thumbnail", input, output, side, "--height", side, "--size", "down", "--export-profile", "srgb", "--fail-on", "truncated",
            // The memory limit is the only one that counts; nothing is spilled to the disk.
            "--vips-disc-threshold=2g");
    }

    private bool TellWhetherInstalled(string name)
    {
        if (_program is null)
            _log.LogWarning("There is no program '{Program}' (Debian: libvips-tools): photos are served in their original size only", name);
        return _program is not null;
    }

    /// <summary>The whole path of a program: it runs in another folder than the server.</summary>
    private static string? Find(string program)
    {
        if (program.Contains(Path.DirectorySeparatorChar) || program.Contains(Path.AltDirectorySeparatorChar))
            return File.Exists(program) ? Path.GetFullPath(program) : null;
        var name = OperatingSystem.IsWindows() && !program.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? program + ".exe" : program;
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.GetFullPath(Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private async Task<bool> RunAsync(string folder, CancellationToken cancellation, params string[] arguments)
    {
        using var process = new Process { StartInfo = Start(folder, arguments) };
        process.Start();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_timeLimit);
        try
        {
            var said = ReadStartAsync(process.StandardError, limit.Token);
            await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, limit.Token);
            var message = await said;
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0)
                _log.LogInformation("{Program} {Operation} ended with {Code}: {Message}", _program, arguments[0], process.ExitCode, message);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _log.LogInformation("{Program} {Operation} took longer than {Limit}", _program, arguments[0], _timeLimit);
            return false;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo Start(string folder, string[] arguments)
    {
        var program = _program ?? throw new InvalidOperationException("The program is not installed.");
        var start = File.Exists(Shell)
            ? new ProcessStartInfo(Shell, ["-c", _limited, program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardError = start.RedirectStandardOutput = start.RedirectStandardInput = true;
        if (!OperatingSystem.IsWindows())
            start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["VIPS_WARNING"] = "none";
        return start;
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
