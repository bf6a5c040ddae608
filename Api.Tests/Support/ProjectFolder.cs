namespace Api.Tests.Support;

/// <summary>The project's own files, for tests that read them.</summary>
internal static class ProjectFolder
{
    internal static readonly string Root = Find(AppContext.BaseDirectory);

    /// <summary>C# files below a folder that people write: neither build output nor migrations.</summary>
    internal static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Any(step => step is "bin" or "obj" or "Migrations"));

    /// <summary>The Markdown files that people write.</summary>
    internal static IEnumerable<string> Documents() =>
        new[] { "docs", "Api.Tests", "Api", "Benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Root, "*.md"))
            .Where(file => !Relative(file).Split('/').Any(step => step is "bin" or "obj" or "node_modules"));

    internal static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string Find(string folder) =>
        Directory.EnumerateFiles(folder, "*.sln").Any() ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the project's folder."));
}
