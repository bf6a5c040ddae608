using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Persistence.Writes.Operations;

namespace Api.Operations;

/// <summary>
/// The files that operations make. The name of each is its time of expiry and 128 random bits, so that its URL cannot be guessed, and whoever
/// changes the time in it names no file.
/// </summary>
internal sealed partial class ArtifactFiles
{
    internal const string Prefix = "/artifacts/";

    private readonly OperationSettings _settings;
    private readonly TimeProvider _clock;
    private readonly string _unfinished;

    public ArtifactFiles(OperationSettings settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _unfinished = Path.Combine(settings.Folder, "unfinished");
    }

    /// <summary>A new file, for writing; it is no artifact until it is kept.</summary>
    internal FileStream Create()
    {
        Directory.CreateDirectory(_unfinished);
        return new FileStream(Path.Combine(_unfinished, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
    }

    /// <summary>Makes a file that was written and closed an artifact.</summary>
    internal OperationArtifact Keep(string draft, string subject)
    {
        var now = _clock.GetUtcNow();
        var expires = DateTimeOffset.FromUnixTimeSeconds((now + _settings.ArtifactLifetime).ToUnixTimeSeconds());
        var name = string.Create(CultureInfo.InvariantCulture, $"{expires.ToUnixTimeSeconds():D10}-{RandomNumberGenerator.GetHexString(32, lowercase: true)}");
        File.Move(draft, Path.Combine(_settings.Folder, name));
        var fileName = string.Create(CultureInfo.InvariantCulture, $"{subject}-{now:yyyyMMddHHmmss}.csv");
        return new OperationArtifact($"{Prefix}{name}/{fileName}", fileName, expires);
    }

    /// <summary>An artifact to be served; null where there is none of the name, or it has expired.</summary>
    internal FileStream? Open(string name, string fileName)
    {
        if (Expiry(name) is not { } expires || expires <= _clock.GetUtcNow() || !FileName().IsMatch(fileName))
            return null;
        try
        {
            return new FileStream(Path.Combine(_settings.Folder, name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, useAsync: true);
        }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Deletes an artifact by its URL, if it is still there.</summary>
    internal void Delete(string url)
    {
        if (Url().Match(url) is { Success: true } match)
            File.Delete(Path.Combine(_settings.Folder, match.Groups[1].Value));
    }

    /// <summary>Deletes what has expired, and what was never finished.</summary>
    internal void DropExpired()
    {
        var now = _clock.GetUtcNow();
        if (Directory.Exists(_settings.Folder))
            foreach (var file in new DirectoryInfo(_settings.Folder).EnumerateFiles())
                if (Expiry(file.Name) <= now)
                    file.Delete();
        if (Directory.Exists(_unfinished))
            foreach (var draft in new DirectoryInfo(_unfinished).EnumerateFiles())
                if (draft.LastWriteTimeUtc < DateTime.UtcNow.AddHours(-1))
                    draft.Delete();
    }

    private static DateTimeOffset? Expiry(string name) => Name().IsMatch(name)
        ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(name.AsSpan(0, 10), CultureInfo.InvariantCulture))
        : null;

    [GeneratedRegex(@"\A[0-9]{10}-[0-9a-f]{32}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[a-z_]+-[0-9]{14}\.csv\z")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\A/artifacts/([0-9]{10}-[0-9a-f]{32})/[^/]+\z")]
    private static partial Regex Url();
}
