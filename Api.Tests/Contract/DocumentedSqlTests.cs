using System.Text.RegularExpressions;
using Api.Resources;
using Api.Tests.Support;
using JsonApi.Parsing;
using JsonApi.Planning;
using NUnit.Framework;
using Persistence.Queries;
using Persistence.Sqlite;

namespace Api.Tests.Contract;

/// <summary>The statements that <c>docs/architecture.md</c> shows for its request are the ones that run.</summary>
internal sealed partial class DocumentedSqlTests
{
    [Test]
    public void The_page_shows_the_statements_of_its_request()
    {
        var page = File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs", "architecture.md"));
        var query = WhiteSpace().Replace(Query().Match(page).Groups[1].Value, "");
        var planner = new QueryPlanner(new QueryLimits(), TestSigner.Fixed);
        var planned = planner.PlanList(StoreCatalog.Create().Find("collection_items")!, QueryStringParser.Parse(query, []), new TenantScope(Guid.Empty));
        Assert.That(planned.TryGet(out var plan), string.Join(' ', planned.Errors.Select(error => error.Detail)));

        var compiler = new PlanCompiler(CatalogMap.Shipped, SqliteDialect.Instance);
        compiler.Page(plan!, plan!.Page!, plan.Page!.Size + 1);
        var rows = compiler.Sql.Text.ToString();
        compiler.Extra(plan, plan.Rows.Children[0], [Guid.Empty], 100);
        var shown = Sql().Matches(page).Select(block => WhiteSpace().Replace(block.Groups[1].Value.Trim(), " "));
        Assert.That(shown, Is.EqualTo(new[] { rows, compiler.Sql.Text.ToString() }));
    }

    [GeneratedRegex(@"GET /api/4/collection_items\?(filter\[collection\.name\].*?)\n\n", RegexOptions.Singleline)]
    private static partial Regex Query();

    [GeneratedRegex(@"```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sql();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
