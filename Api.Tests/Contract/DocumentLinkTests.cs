using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>Links between the documents of this project.</summary>
internal sealed partial class DocumentLinkTests
{
    private static IEnumerable<string> Documents => ProjectFolder.Documents().Select(ProjectFolder.Relative);

    [TestCaseSource(nameof(Documents))]
    public void Every_relative_link_leads_to_a_file_or_folder(string document)
    {
        var file = Path.Combine(ProjectFolder.Root, document);
        var broken = Targets(file).Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, target.Split('#')[0])));
        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void Every_page_of_docs_is_linked_from_another_page()
    {
        var linked = ProjectFolder.Documents()
            .SelectMany(file => Targets(file).Select(target => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, target.Split('#')[0]))).Where(target => target != file))
            .ToHashSet();
        var pages = ProjectFolder.Documents().Where(file => ProjectFolder.Relative(file).StartsWith("docs/", StringComparison.Ordinal));
        Assert.That(pages.Where(page => !linked.Contains(page)).Select(ProjectFolder.Relative), Is.Empty);
    }

    private static IEnumerable<string> Targets(string file) =>
        Link().Matches(CodeBlock().Replace(File.ReadAllText(file), ""))
            .Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
