using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>The section "Code map" of <c>docs/architecture.md</c> lists the folders with source files, all of them and no others.</summary>
internal sealed partial class CodeMapTests
{
    private static readonly string[] Projects = ["Domain", "JsonApi", "Persistence", "Api"];

    [Test]
    public void The_map_lists_every_folder_with_source_files()
    {
        var page = File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs", "architecture.md"));
        var listed = Row().Matches(Section().Match(page).Value).Select(row => row.Groups[1].Value.TrimEnd('/'));
        var folders = Projects
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(ProjectFolder.Root, project), "*.cs", SearchOption.AllDirectories))
            .Select(file => ProjectFolder.Relative(Path.GetDirectoryName(file)!))
            .Where(folder => !folder.Split('/').Any(step => step is "bin" or "obj"))
            .Distinct();
        Assert.That(listed, Is.EquivalentTo(folders));
    }

    [GeneratedRegex(@"^## Code map$.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| `([^`]+)` \| [^|]{10,} \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
