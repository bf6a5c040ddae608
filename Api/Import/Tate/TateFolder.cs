using System.Text;

namespace Api.Import.Tate;

/// <summary>A folder with the four files of a Tate export, each plain (<c>.csv</c>) or compressed (<c>.csv.gz</c>).</summary>
internal sealed class TateFolder
{
    internal const string Artists = "artists.csv";
    internal const string Subjects = "subjects.csv";
    internal const string Artworks = "artworks.csv";
    internal const string Links = "artwork_subjects.csv";

    private readonly Dictionary<string, string> _paths = [];

    /// <summary>Finds all four files, so that nothing is begun where one of them is missing.</summary>
    internal TateFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new TateFileException($"there is no folder {folder}");
        foreach (var name in (string[])[Artists, Subjects, Artworks, Links])
        {
            var found = new[] { name, name + ".gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
            _paths[name] = found ?? throw new TateFileException($"{name} (or {name}.gz) is missing in {folder}");
        }
    }

    internal CsvTable Open(string name, params string[] columns)
    {
        var path = _paths[name];
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GzipContent(file) : file;
        // Detection would take a UTF-16 mark as leave to read something else than UTF-8; a UTF-8 mark is skipped all the same.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        var text = new StreamReader(content, utf8, detectEncodingFromByteOrderMarks: false, 1 << 16);
        return new CsvTable(Path.GetFileName(path), text, file, columns);
    }
}

/// <summary>A file that cannot be read as a whole; the message names it and says why.</summary>
internal sealed class TateFileException(string message, Exception? inner = null) : Exception(message, inner);
