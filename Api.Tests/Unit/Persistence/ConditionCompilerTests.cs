using System.Text.Json.Nodes;
using Api.Tests.Support;
using Api.Tests.Unit.JsonApi;
using NUnit.Framework;
using Persistence.Queries;
using Persistence.Sqlite;

namespace Api.Tests.Unit.Persistence;

/// <summary>The SQL text of filters: what follows the company in the WHERE of a count.</summary>
internal sealed class ConditionCompilerTests
{
    private static readonly string[] Filters =
    [
        "collection_items?filter[position]=1",
        "collection_items?filter[position]=1,2",
        "collection_items?filter[position][gte]=1&filter[position][lt]=9",
        "collection_items?filter[position][not_eq]=1",
        "collection_items?filter[implicit]=true",
        "collections?filter[description]=null",
        "collections?filter[name]=Boats",
        "collections?filter[name][eql]=Boats",
        "collections?filter[name][prefix]=Bo",
        "collections?filter[name][match]=oa",
        "collections?filter[name][not_match]=oa",
        "items?filter[tag_list]=water",
        "items?filter[collection_items.collection.name]=Boats",
        "items?filter[collection_items.collection.name][not_eq]=Boats",
        "collection_items?filter[item.name]=Kayak",
        """collections?filter[conditions]={"operator":"or","attributes":[{"name":"a"},{"operator":"and","attributes":[{"depth":1},{"system":false}]}]}""",
    ];

    [Test]
    public void Filters_are_compiled_to_conditions()
    {
        var compiled = new JsonObject();
        foreach (var url in Filters)
        {
            var sql = Count(url);
            compiled.Add(url, sql[sql.IndexOf("FROM", StringComparison.Ordinal)..]);
        }
        Snapshot.Verify(compiled);
    }

    [Test]
    public void Values_are_parameters() =>
        Assert.That(Count("collections?filter[name]=Boats"), Is.EqualTo(Count("collections?filter[name]=Something+else")).And.Not.Contains("Boats"));

    [TestCaseSource(nameof(Filters))]
    public void Every_table_is_limited_to_the_company(string url)
    {
        var sql = Count(url);
        var tables = System.Text.RegularExpressions.Regex.Matches(sql, @"(?:FROM|JOIN) ""\w+"" (t\d+)").Select(match => match.Groups[1].Value);
        Assert.That(tables, Is.Not.Empty);
        Assert.That(tables.Where(table => !sql.Contains($"{table}.\"company_id\" = ", StringComparison.Ordinal)), Is.Empty, sql);
    }

    private static string Count(string url)
    {
        Assert.That(Planned.Plan(url + "&stats[total]=count").TryGet(out var plan), url);
        var compiler = new PlanCompiler(CatalogMap.Shipped, SqliteDialect.Instance);
        compiler.Numbers(plan!, plan!.Stats);
        return compiler.Sql.Text.ToString();
    }
}
