using Api.Resources;
using Api.Tests.Support;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>Parses and plans a read of the store API, such as <c>collection_items?sort=id</c> or <c>items/ID?include=photo</c>.</summary>
internal static class Planned
{
    internal const string Id = "11111111-1111-1111-1111-111111111111";

    private static readonly ResourceCatalog Catalog = StoreCatalog.Create();
    private static readonly TenantScope Scope = new(new Guid("cccccccc-cccc-cccc-cccc-cccccccccccc"));

    internal static Result<QueryPlan> Plan(string url)
    {
        var (path, query) = Cut(url);
        var parsed = QueryStringParser.Parse(query);
        if (!parsed.TryGet(out var request))
            return parsed.As<QueryPlan>();
        var planner = new QueryPlanner(new QueryLimits(), TestSigner.Fixed);
        var definition = Catalog.Find(path.Split('/')[0])!;
        return path.EndsWith("/ID", StringComparison.Ordinal)
            ? planner.PlanOne(definition, Operation.Fetch, request, Scope, new Guid(Id))
            : planner.PlanList(definition, request, Scope);
    }

    /// <summary>The whole plan as text, without the line of the company, which is the same for all.</summary>
    internal static string Print(string url) =>
        Plan(url) is var planned && planned.TryGet(out var plan)
            ? PlanPrinter.Print(plan)[$"company {Scope.CompanyId}\n".Length..]
            : throw new AssertionException(string.Join('\n', planned.Errors.Select(error => error.Detail)));

    /// <summary>The first line of the plan that begins with a word, without it: <c>where</c>, <c>order</c>.</summary>
    internal static string Line(string url, string word) =>
        Print(url).Split('\n').Select(line => line.Trim()).First(line => line.StartsWith(word + " ", StringComparison.Ordinal))[(word.Length + 1)..];

    /// <summary>A read is refused: each error at a caret of the marked URL, the first with this detail.</summary>
    internal static void Refuses(string marked, string detail)
    {
        var (path, query) = Cut(marked);
        var text = MarkedText.Parse(query.Replace(MarkedText.Nowhere, "", StringComparison.Ordinal)).Text;
        var errors = Plan($"{path}?{text}").Errors;
        Assert.That(errors, Is.Not.Empty);
        Assert.That(MarkedText.Mark(text, errors.Select(error => error.Position)), Is.EqualTo(query));
        Assert.That(errors[0].Detail, Does.StartWith(detail));
        Assert.That(errors.Select(error => error.Code), Is.All.EqualTo(ErrorCodes.BadRequest));
        Assert.That(errors.Select(error => error.Parameter), Is.All.Not.Null);
    }

    private static (string Path, string Query) Cut(string url) =>
        url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (url[..at], url[(at + 1)..]) : (url, "");
}
