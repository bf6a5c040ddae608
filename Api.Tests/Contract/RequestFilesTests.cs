using System.Text.RegularExpressions;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>The section "The files of a request" of <c>docs/architecture.md</c>.</summary>
internal sealed partial class RequestFilesTests
{
    [TestCase("A read of the store API", 20)]
    [TestCase("A write of the store API", 26)]
    [TestCase("A read of the favourites API", 22)]
    public void A_request_passes_few_files_each_once(string request, int limit)
    {
        var page = System.IO.File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs", "architecture.md"));
        var list = page.Split($"**{request}**")[1].Split("\n\n")[1];
        var files = File().Matches(list).Select(match => match.Groups[1].Value).ToList();
        Assert.That(files, Has.Count.InRange(limit / 2, limit).And.Unique);
        Assert.That(files.Where(file => !System.IO.File.Exists(Path.Combine(ProjectFolder.Root, file))), Is.Empty);
    }

    [GeneratedRegex(@"^\d+\. `([^`]+)`$", RegexOptions.Multiline)]
    private static partial Regex File();
}
