using System.Diagnostics;
using System.Globalization;
using Api.Photos;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace Api.Tests.Photos;

/// <summary>The limits around the process that decodes photos, seen from outside and by scripts in its stead.</summary>
[Platform(Exclude = "Win", Reason = "The scripts are for a Unix shell.")]
[NonParallelizable]
internal sealed class PhotoWorkerTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("photo-worker-tests-").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("[ \"$VIPS_BLOCK_UNTRUSTED\" = 1 ]", TestName = "Only well-tested loaders are allowed")]
    [TestCase("[ -z \"$SECRET_OF_THE_SERVER\" ]", TestName = "It sees none of the server's environment")]
    [TestCase("[ \"$(env | grep -cvE '^(DOTNET|VIPS)_|^(PWD|OLDPWD|SHLVL|_)=')\" = 0 ]", TestName = "It sees the settings of its runtime and of libvips only")]
    [TestCase("[ \"$(pwd -P)\" = \"$(cd \"${0%/*}\" && pwd -P)\" ]", TestName = "It works in the folder of the photo")]
    [TestCase("[ \"$*\" = 'photo-worker original' ]", TestName = "It gets a name, not a path")]
    [TestCase("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2", TestName = "It may say more than anyone reads")]
    public async Task Fence(string check)
    {
        Environment.SetEnvironmentVariable("SECRET_OF_THE_SERVER", "a token");
        Assert.That(await RunAsync(Script($"PATH=/usr/bin:/bin; {check}")), Is.EqualTo(PhotoWorkerResult.Made), check);
    }

    /// <summary>The worker itself, which waits at a pipe that nobody writes to.</summary>
    [Test]
    [Platform("Linux")]
    public async Task Processor_time_memory_and_files_are_limited_before_anything_is_read()
    {
        using (var made = Process.Start("mkfifo", Path.Combine(_folder, "original")))
            await made.WaitForExitAsync();
        using var cancellation = new CancellationTokenSource();
        var run = new PhotoWorkerProcess(new PhotoSettings(_folder), new CountingLog()).RunAsync(_folder, "original", cancellation.Token);
        var worker = await WaitingWorkerAsync(run);
        var limits = File.ReadLines($"/proc/{worker}/limits").ToDictionary(line => line[..26].Trim(), line => line[26..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2]);
        var reserved = Kilobytes(worker, "VmPeak") * 1024;
        await cancellation.CancelAsync();
        Assert.That(async () => await run, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(limits["Max cpu time"], Is.All.EqualTo("61"));
        Assert.That(limits["Max file size"], Is.All.EqualTo("33554432"));
        Assert.That(limits["Max core file size"], Is.All.EqualTo("0"));
        var memory = limits["Max address space"].Select(text => long.Parse(text, CultureInfo.InvariantCulture)).Distinct().Single();
        Assert.That(memory, Is.InRange(PhotoWorkerLimits.MaxMemory, reserved + PhotoWorkerLimits.MaxMemory));
    }

    [TestCase("exit 1")]
    [TestCase("exit 2")]
    [TestCase("kill -9 $$")]
    public async Task A_failure_is_reported(string failure) => Assert.That(await RunAsync(Script(failure)), Is.EqualTo(PhotoWorkerResult.Undecodable));

    [TestCase("sleep 60")]
    [TestCase("sleep 60 & wait")]
    [TestCase("while :; do :; done")]
    public async Task What_takes_too_long_is_ended_with_all_it_started(string work)
    {
        var start = Stopwatch.GetTimestamp();
        var marker = Path.Combine(_folder, "survived");
        Assert.That(await RunAsync(Script($"(sleep 4; echo > '{marker}') & {work}", seconds: 1)), Is.EqualTo(PhotoWorkerResult.Undecodable));
        Assert.That(Stopwatch.GetElapsedTime(start).TotalSeconds, Is.LessThan(30));
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.That(File.Exists(marker), Is.False);
    }

    /// <summary>As the server does where the kernel does not limit memory.</summary>
    [TestCase(1, PhotoWorkerResult.Undecodable)]
    [TestCase(1L << 30, PhotoWorkerResult.Made)]
    public async Task A_server_that_watches_memory_ends_what_takes_too_much(long bytes, PhotoWorkerResult expected)
    {
        var start = Stopwatch.GetTimestamp();
        var settings = Script(bytes == 1 ? "sleep 60" : "sleep 1") with { WatchesMemory = true, MaxMemory = bytes };
        Assert.That(await RunAsync(settings), Is.EqualTo(expected));
        Assert.That(Stopwatch.GetElapsedTime(start).TotalSeconds, Is.LessThan(25));
    }

    [Test]
    public async Task A_system_without_libvips_is_reported_once()
    {
        var log = new CountingLog();
        var process = new PhotoWorkerProcess(Script("echo 'no library' >&2; exit 3"), log);
        for (var upload = 0; upload < 3; upload++)
            Assert.That(await process.RunAsync(_folder, "original", CancellationToken.None), Is.EqualTo(PhotoWorkerResult.Unavailable));
        Assert.That(log.Warnings, Is.EqualTo(new[] { "libvips cannot be loaded on this system, so photos are served in their original size only: no library" }));
    }

    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'><rect width='8' height='4'/></svg>", TestName = "SVG is not decoded")]
    [TestCase("P3 1 1 255 0 0 0", TestName = "PPM is not decoded")]
    [TestCase("x,y\n1,2\n", TestName = "CSV is not decoded")]
    public async Task Libvips_itself_takes_no_other_format(string image)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "original"), image);
        Assert.That(await RunAsync(new PhotoSettings(_folder)), Is.EqualTo(PhotoWorkerResult.Undecodable));
        Assert.That(Directory.GetFiles(_folder), Has.Length.EqualTo(1));
    }

    [TestCase("photo-worker")]
    [TestCase("photo-worker", "a", "b")]
    public void The_worker_is_no_command_for_people(params string[] args) => Assert.That(PhotoWorker.Run(args), Is.EqualTo(PhotoWorker.WrongUsage));

    private Task<PhotoWorkerResult> RunAsync(PhotoSettings settings) =>
        new PhotoWorkerProcess(settings, new CountingLog()).RunAsync(_folder, "original", CancellationToken.None);

    private PhotoSettings Script(string command, int seconds = 30)
    {
        var file = Path.Combine(_folder, "program");
        File.WriteAllText(file, $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new PhotoSettings(_folder) { Worker = [file], TimeLimit = TimeSpan.FromSeconds(seconds) };
    }

    /// <summary>The process that works in the test's folder, as soon as it has limits: none of its own but those that it set.</summary>
    private async Task<int> WaitingWorkerAsync(Task run)
    {
        while (!run.IsCompleted)
        {
            foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
                if (WorksHere(process) && File.ReadAllText(Path.Combine(process, "maps")).Contains("libvips", StringComparison.Ordinal))
                    return int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture);
            await Task.Delay(20);
        }
        throw new AssertionException($"The worker ended with {await (Task<PhotoWorkerResult>)run}.");
    }

    private bool WorksHere(string process)
    {
        try
        {
            return Directory.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName == _folder;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long Kilobytes(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', '\t').First(part => part.Length > 0 && char.IsAsciiDigit(part[0])), CultureInfo.InvariantCulture);
    }

    private sealed class CountingLog : ILogger<PhotoWorkerProcess>
    {
        internal List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
                Warnings.Add(formatter(state, exception));
            else
                TestContext.Out.WriteLine(formatter(state, exception));
        }
    }
}
