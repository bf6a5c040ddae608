using System.Text.RegularExpressions;
using System.Xml.Linq;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>The walls of <c>docs/architecture.md</c>.</summary>
internal sealed partial class ArchitectureTests
{
    private const string Root = "the root";

    /// <summary>In JsonApi, what each folder may know. The root, which puts them all together, is the last.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Errors"] = [],
        ["Definitions"] = ["Errors"],
        ["Parsing"] = ["Errors"],
        ["Planning"] = ["Errors", "Definitions", "Parsing"],
        ["Execution"] = ["Errors", "Definitions", "Parsing", "Planning"],
        ["Rendering"] = ["Errors", "Definitions", "Parsing", "Planning", "Execution"],
        [Root] = ["Errors", "Definitions", "Parsing", "Planning", "Execution", "Rendering"],
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

    /// <summary>AnyAscii is a table of letters that depends on nothing.</summary>
    [TestCase("Domain", "AnyAscii")]
    [TestCase("JsonApi")]
    public void The_inner_projects_need_no_other_package(string project, params string[] packages)
    {
        var file = XDocument.Load(Path.Combine(ProjectFolder.Root, project, project + ".csproj"));
        Assert.That(file.Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value), Is.EqualTo(packages));
        Assert.That(file.Descendants("FrameworkReference"), Is.Empty);
        Assert.That(file.Root!.Attribute("Sdk")!.Value, Is.EqualTo("Microsoft.NET.Sdk"));
    }

    [Test]
    public void The_folders_of_the_engine_point_one_way()
    {
        Assert.That(
            Directory.EnumerateDirectories(Path.Combine(ProjectFolder.Root, "JsonApi")).Select(Path.GetFileName).Except(["bin", "obj"]),
            Is.EquivalentTo(Known.Keys.Except([Root])));
        var rootTypes = RootTypes();
        var wrong = from file in ProjectFolder.Sources("JsonApi")
                    let folder = EngineFolder(file)
                    from use in Uses(Code(file), rootTypes)
                    where use != folder && !Known[folder].Contains(use)
                    select $"{ProjectFolder.Relative(file)} knows {use}";
        Assert.That(wrong, Is.Empty);
    }

    [TestCase("using JsonApi.Parsing;", "Parsing")]
    [TestCase("JsonApi.Parsing.FilterLeaf leaf;", "Parsing")]
    [TestCase("global::JsonApi.Parsing.FilterLeaf leaf;", "Parsing")]
    [TestCase("Parsing.FilterLeaf leaf;", "Parsing")]
    [TestCase("List<Parsing.FilterLeaf> leaves;", "Parsing")]
    [TestCase("return QueryPipeline.NotFound(definition, id);", Root)]
    [TestCase("QueryCall call;", Root)]
    [TestCase("context.Errors.Add(error);")]
    public void The_test_of_the_folders_sees_a_name_with_and_without_a_using_directive(string code, params string[] folders) =>
        Assert.That(Uses(code, RootTypes()), Is.EquivalentTo(folders));

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

    [Test]
    public void Only_the_folder_of_a_database_names_it() =>
        Assert.That(
            Holding(["Persistence"], "Sqlite", "SQLite", "SQLitePCL", "sqlite_", "PRAGMA", "json_each", "json_extract", "rowid", "IS NOT (", "iif(")
                .Where(file => !file.StartsWith("Persistence/Sqlite/", StringComparison.Ordinal)),
            Is.Empty);

    /// <summary>The setting of the catalogue chooses the database; nothing else outside Persistence knows which one it is.</summary>
    [Test]
    public void Nobody_outside_persistence_sees_a_connection_or_a_fault_of_a_database() =>
        Assert.That(
            Holding(["Domain", "JsonApi", "Api"], "Sqlite", "SQLitePCL", "DbException", "DbUpdateException", "OpenConnection", "DbConnection", "DbCommand", "CatalogStatement", "CatalogConnection")
                .Where(file => file != "Api/Setup/CatalogSettings.cs"),
            Is.Empty);

    [TestCase("JsonApi")]
    [TestCase("Persistence")]
    [TestCase("Api")]
    public void No_folders_of_a_project_refer_to_each_other_in_a_circle(string project)
    {
        var uses = ProjectFolder.Sources(project).GroupBy(file => Path.GetDirectoryName(ProjectFolder.Relative(file))!.Replace('/', '.').Replace('\\', '.'))
            .ToDictionary(folder => folder.Key, folder => folder.SelectMany(file => UsingDirective().Matches(Code(file))).Select(match => match.Groups[1].Value).ToHashSet());
        foreach (var folder in uses.Keys)
            Assert.That(Reached(folder), Has.No.Member(folder), $"{folder} is used by what it uses");

        HashSet<string> Reached(string from)
        {
            var (reached, open) = (new HashSet<string>(), new Stack<string>([from]));
            while (open.TryPop(out var folder))
                foreach (var next in uses.GetValueOrDefault(folder, []).Where(next => next != folder && reached.Add(next)))
                    open.Push(next);
            return reached;
        }
    }

    [TestCase("Domain", 400)]
    [TestCase("JsonApi", 400)]
    [TestCase("Persistence", 400)]
    [TestCase("Api", 400)]
    [TestCase("Benchmarks", 400)]
    [TestCase("Api.Tests", 500)]
    public void No_file_is_too_long(string project, int lines) =>
        Assert.That(ProjectFolder.Sources(project).Where(file => File.ReadLines(file).Count() > lines).Select(ProjectFolder.Relative), Is.Empty);

    private static string EngineFolder(string file) => ProjectFolder.Relative(file).Split('/') is [_, var folder, _, ..] ? folder : Root;

    /// <summary>The types at the root of JsonApi, which the folders see without a using directive.</summary>
    private static HashSet<string> RootTypes() =>
    [
        .. ProjectFolder.Sources("JsonApi").Where(file => EngineFolder(file) == Root)
            .SelectMany(file => TypeDeclaration().Matches(Code(file))).Select(match => match.Groups[1].Value),
    ];

    /// <summary>The folders of JsonApi that code refers to.</summary>
    private static IEnumerable<string> Uses(string code, HashSet<string> rootTypes) =>
        EngineNamespace().Matches(code).Select(match => match.Groups[1].Value)
            .Concat(Name().Matches(code).Where(match => rootTypes.Contains(match.Value)).Select(_ => Root))
            .Distinct();

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

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"\b(?:class|record(?: struct| class)?|struct|interface|enum|delegate \S+) (\w+)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"(?<!\.)\b[A-Z]\w*")]
    private static partial Regex Name();
}
