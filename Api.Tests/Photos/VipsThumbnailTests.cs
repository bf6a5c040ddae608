using System.Diagnostics;
using Api.Photos;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace Api.Tests.Photos;

/// <summary>The fence around the program. In its place stands a script that looks at the fence from inside.</summary>
[Platform(Exclude = "Win", Reason = "There is no shell to set limits with.")]
internal sealed class VipsThumbnailTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("vips-tests-").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("[ \"$(ulimit -v)\" = 1048576 ]", TestName = "Memory is limited")]
    [TestCase("[ \"$(ulimit -t)\" = 61 ]", TestName = "Processor time is limited")]
    [TestCase("[ \"$(ulimit -f)\" != unlimited ]", TestName = "What it writes is limited")]
    [TestCase("[ \"$VIPS_BLOCK_UNTRUSTED\" = 1 ]", TestName = "Only well-tested loaders are allowed")]
    [TestCase("[ -z \"$SECRET_OF_THE_SERVER\" ]", TestName = "It sees none of the server's environment")]
    [TestCase("[ \"$(pwd -P)\" = \"$(cd \"${0%/*}\" && pwd -P)\" ]", TestName = "It works in the folder of the photo")]
    [TestCase("[ \"$2 $3 $4\" = 'original large.webp 500' ]", TestName = "It gets names, not paths")]
    [TestCase("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2", TestName = "It may say more than anyone reads")]
    public async Task Fence(string check)
    {
        Environment.SetEnvironmentVariable("SECRET_OF_THE_SERVER", "a token");
        Assert.That(await Script(check).ShrinkAsync(_folder, "original", "large.webp", 500, CancellationToken.None), Is.True, check);
    }

    [TestCase("exit 1")]
    [TestCase("kill -9 $$")]
    public async Task What_fails_is_told(string failure) =>
        Assert.That(await Script(failure).ShrinkAsync(_folder, "original", "large.webp", 500, CancellationToken.None), Is.False);

    [TestCase("sleep 60")]
    [TestCase("sleep 60 & wait")]
    [TestCase("while :; do :; done")]
    public async Task What_takes_too_long_is_ended_with_all_it_started(string work)
    {
        var start = Stopwatch.GetTimestamp();
        var marker = Path.Combine(_folder, "survived");
        Assert.That(await Script($"(sleep 4; echo > '{marker}') & {work}", seconds: 1).ShrinkAsync(_folder, "original", "large.webp", 500, CancellationToken.None), Is.False);
        Assert.That(Stopwatch.GetElapsedTime(start).TotalSeconds, Is.LessThan(30));
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.That(File.Exists(marker), Is.False);
    }

    [TestCase("/nowhere/vips")]
    [TestCase("no-such-program")]
    public void A_missing_program_is_told_once(string program)
    {
        var log = new CountingLog();
        var vips = new VipsThumbnail(new PhotoSettings(_folder, program), log);
        Assert.That(new[] { vips.IsInstalled, vips.IsInstalled, vips.IsInstalled }, Is.All.False);
        Assert.That(log.Warnings, Is.EqualTo(new[] { $"There is no program '{program}' (Debian: libvips-tools): photos are served in their original size only" }));
    }

    [Test]
    public async Task Libvips_itself_takes_no_other_format()
    {
        Assert.That(PhotoServer.With, Is.Not.Null);
        await File.WriteAllTextAsync(Path.Combine(_folder, "original"), "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'><rect width='8' height='4'/></svg>");
        var vips = new VipsThumbnail(new PhotoSettings(_folder, "vips"), NullLogger<VipsThumbnail>.Instance);
        Assert.That(await vips.ShrinkAsync(_folder, "original", "large.webp", 500, CancellationToken.None), Is.False);
    }

    private VipsThumbnail Script(string command, int seconds = 30)
    {
        var file = Path.Combine(_folder, "program");
        File.WriteAllText(file, $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new VipsThumbnail(new PhotoSettings(_folder, file) { TimeLimit = TimeSpan.FromSeconds(seconds) }, NullLogger<VipsThumbnail>.Instance);
    }

    private sealed class CountingLog : ILogger<VipsThumbnail>
    {
        internal List<string> Warnings { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning)
                Warnings.Add(formatter(state, exception));
        }
    }
}
