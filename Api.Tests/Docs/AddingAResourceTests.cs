using System.Text;
using System.Text.RegularExpressions;
using Api.Resources;
using Api.Tests.Support;
using Domain.Collections;
using JsonApi.Definitions;
using JsonApi.Parsing;
using JsonApi.Planning;
using NUnit.Framework;
using Persistence.Writes;

namespace Api.Tests.Docs;

/// <summary><c>docs/adding-a-resource.md</c>: its code is that of the folder beside this file, which compiles and works.</summary>
internal sealed partial class AddingAResourceTests
{
    private static readonly Guid Company = new("cccccccc-cccc-cccc-cccc-cccccccccccc");
    private static readonly ResourceCatalog Catalog = new([.. StoreCatalog.Definitions(), new NoteResource()]);
    private static readonly ResourceDefinition Notes = Catalog.Find("notes")!;

    [Test]
    public void The_page_has_the_code_of_the_example_word_for_word()
    {
        var page = File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs", "adding-a-resource.md")).ReplaceLineEndings("\n");
        var shown = CodeOfFile().Matches(page).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var files = Directory.GetFiles(Path.Combine(ProjectFolder.Root, "Api.Tests", "Docs", "AddingAResource"));
        Assert.That(shown.Keys, Is.EquivalentTo(files.Select(Path.GetFileName)));
        Assert.That(page.Split("```csharp"), Has.Length.EqualTo(files.Length + 1), "every block of code is a file");
        foreach (var file in files)
            Assert.That(shown[Path.GetFileName(file)], Is.EqualTo(File.ReadAllText(file).ReplaceLineEndings("\n")), file);
    }

    [TestCase("""{"text":"Check the photos","priority":2,"collection_id":"11111111-1111-1111-1111-111111111111"}""")]
    [TestCase("""{}""", "collection_id: blank", "text: blank")]
    [TestCase("""{"text":" ","priority":6,"collection_id":null}""", "collection_id: blank", "text: blank", "priority: out_of_range")]
    public void The_example_validates_its_bodies(string attributes, params string[] errors) =>
        Assert.That(new NoteValidator().Check(Body(attributes)).Select(error => $"{error.Meta!.Attribute}: {error.Meta.Code}"), Is.EqualTo(errors));

    [Test]
    public void The_example_names_its_writes_and_its_validator() =>
        Assert.That((Notes.Writes, Notes.Validator), Is.EqualTo((typeof(NoteWrites), typeof(NoteValidator))));

    [Test]
    public async Task The_example_is_read_like_any_other_resource()
    {
        var collection = new Collection { CompanyId = Company, Id = Guid.NewGuid(), Name = "Summer", Slug = "summer" };
        object[] notes = [.. Enumerable.Range(1, 3).Select(priority => new Note
        {
            CompanyId = Company, Id = Guid.NewGuid(), Text = $"note {priority}", Priority = priority, CollectionId = collection.Id, Collection = collection,
        })];
        var executor = new InMemoryPlanExecutor(new Dictionary<Type, IReadOnlyList<object>> { [typeof(Note)] = notes, [typeof(Collection)] = [collection] });
        var planner = new QueryPlanner(new QueryLimits(), TestSigner.Fixed);
        var request = QueryStringParser.Parse("filter[priority][gte]=2&sort=-priority&include=collection&fields[notes]=text&fields[collections]=name");
        var planned = request.Then(query => planner.PlanList(Notes, query, new TenantScope(Company)));
        Assert.That(planned.TryGet(out var plan), string.Join('\n', planned.Errors.Select(error => error.Detail)));
        var executed = await executor.ExecuteAsync(plan!, CancellationToken.None);
        Assert.That(executed.TryGet(out var result));
        using (result)
            Assert.That(
                Enumerable.Range(0, result!.Primary.Count).Select(row => Encoding.UTF8.GetString(result.Primary.Text(row, 1))),
                Is.EqualTo(new[] { "note 3", "note 2" }));
    }

    private static WritePlan Body(string attributes)
    {
        var parsed = DocumentParser.Parse(Encoding.UTF8.GetBytes($$$"""{"data":{"type":"notes","attributes":{{{attributes}}}}}"""));
        var planned = parsed.Then(request => WritePlanner.PlanCreate(Notes, request, Guid.NewGuid()));
        return planned.TryGet(out var plan) ? plan : throw new AssertionException(planned.Errors[0].Detail);
    }

    /// <summary>A heading that names a file, and the next block of C#.</summary>
    [GeneratedRegex(@"^## [^\n]*`[\w/]+/(\w+\.cs)`$.*?^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeOfFile();
}
