using System.Text.RegularExpressions;
using System.Xml.Linq;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>The walls of <c>docs/architecture.md</c>.</summary>
internal sealed partial class ArchitectureTests
{
    /// <summary>In JsonApi, what each folder may know; the root puts them all together.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Errors"] = [],
        ["Definitions"] = ["Errors"],
        ["Parsing"] = ["Errors"],
        ["Planning"] = ["Errors", "Definitions", "Parsing"],
        ["Execution"] = ["Errors", "Definitions", "Parsing", "Planning"],
        ["Rendering"] = ["Errors", "Definitions", "Parsing", "Planning", "Execution"],
    };

    [TestCase("Domain")]
    [TestCase("JsonApi")]
    [TestCase("Persistence", "Domain", "JsonApi")]
    [TestCase("Api", "Domain", "JsonApi", "Persistence")]
    public void A_project_refers_to_those_below_it(string project, params string[] below)
    {
        var file = XDocument.Load(Path.Combine(ProjectFolder.Root, project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.That(references, Is.EquivalentTo(below));
    }

    [TestCase("Domain")]
    [TestCase("JsonApi")]
    public void The_inner_projects_need_no_package(string project)
    {
        var file = XDocument.Load(Path.Combine(ProjectFolder.Root, project, project + ".csproj"));
        Assert.That(file.Descendants("PackageReference").Concat(file.Descendants("FrameworkReference")), Is.Empty);
        Assert.That(file.Root!.Attribute("Sdk")!.Value, Is.EqualTo("Microsoft.NET.Sdk"));
    }

    [Test]
    public void The_folders_of_the_engine_point_one_way()
    {
        Assert.That(
            Directory.EnumerateDirectories(Path.Combine(ProjectFolder.Root, "JsonApi")).Select(Path.GetFileName).Except(["bin", "obj"]),
            Is.EquivalentTo(Known.Keys));
        var wrong = from file in ProjectFolder.Sources("JsonApi")
                    let steps = ProjectFolder.Relative(file).Split('/')
                    where steps.Length > 2
                    let folder = steps[1]
                    from use in EngineNamespace().Matches(Code(file)).Select(match => match.Groups[1].Value).Distinct()
                    where use != folder && !Known[folder].Contains(use)
                    select $"{ProjectFolder.Relative(file)} knows {use}";
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_inner_projects_know_neither_web_nor_database() =>
        Assert.That(Holding(["Domain", "JsonApi"], "Microsoft.AspNetCore", "EntityFramework", "Sqlite", "HttpContext"), Is.Empty);

    [Test]
    public void The_engine_knows_no_resource_of_the_store() =>
        Assert.That(
            Holding(["JsonApi"], "collection_item", "CollectionItem", "product_group", "ProductGroup", "bundle", "Bundle", "photo", "Photo", "artwork", "Artwork", "Domain."),
            Is.Empty);

    [Test]
    public void Only_the_http_folders_see_the_request() =>
        Assert.That(
            Holding(["Api"], "HttpContext", "HttpRequest", "HttpResponse")
                .Where(file => !file.StartsWith("Api/Http/", StringComparison.Ordinal) && !file.StartsWith("Api/Endpoints/", StringComparison.Ordinal)),
            Is.Empty);

    [TestCase("Domain", 400)]
    [TestCase("JsonApi", 400)]
    [TestCase("Persistence", 400)]
    [TestCase("Api", 400)]
    [TestCase("Benchmarks", 400)]
    [TestCase("Api.Tests", 500)]
    public void No_file_is_too_long(string project, int lines) =>
        Assert.That(ProjectFolder.Sources(project).Where(file => File.ReadLines(file).Count() > lines).Select(ProjectFolder.Relative), Is.Empty);

    private static IEnumerable<string> Holding(string[] projects, params string[] words) =>
        projects.SelectMany(ProjectFolder.Sources)
            .Where(file => words.Any(word => Code(file).Contains(word, StringComparison.Ordinal)))
            .Select(ProjectFolder.Relative);

    /// <summary>A file without its comments.</summary>
    private static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    /// <summary>A using directive, or a namespace spelled out: <c>JsonApi.Parsing</c>, or <c>Parsing.FilterLeaf</c> from a sister folder.</summary>
    [GeneratedRegex(@"\b(?:JsonApi\.|(?<!\.)(?=\w+\.[A-Z]))(Errors|Definitions|Parsing|Planning|Execution|Rendering)\b")]
    private static partial Regex EngineNamespace();
}
