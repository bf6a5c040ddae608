using Api.Security;

namespace Api.Setup;

/// <summary>A file beside the catalogue with a random token, which its owner alone can read.</summary>
internal sealed class DemoTokenFile(string path)
{
    /// <summary>The token in the file; null where there is no file.</summary>
    internal string? Read() => File.Exists(path) ? File.ReadAllText(path).Trim() : null;

    /// <summary>Writes a new random token into the file.</summary>
    internal string Create()
    {
        var token = AccessTokens.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // The mode applies only to a file that is created, so an old file is replaced, never written into.
        var created = $"{path}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(created, options))
            writer.WriteLine(token);
        File.Move(created, path, overwrite: true);
        return token;
    }
}
