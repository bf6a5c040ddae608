using System.Text.Json.Nodes;
using Api.Tests.Support;
using Api.Tests.Unit.JsonApi;
using NUnit.Framework;
using Persistence.Queries;
using Persistence.Sqlite;

namespace Api.Tests.Unit.Persistence;

/// <summary>The SQL text of pages by cursor, without the columns they read: one SELECT per keyset range, nearest first.</summary>
internal sealed class CursorCompilerTests
{
    private const string Id = "11111111-1111-1111-1111-111111111111";
    private const string Time = "2025-01-01T00:00:00.000000+00:00";

    [Test]
    public void A_page_by_cursor_is_a_union_of_keyset_ranges() => Snapshot.Verify(new JsonObject
    {
        ["one key"] = Page("photos?sort=id", "after", Id),
        ["descending, with the id as tie-break"] = Page("collection_items?sort=-created_at", "after", Time, Id),
        ["a nullable key with a value"] = Page("collection_items?sort=position", "after", 3L, Id),
        ["a nullable key that is null"] = Page("collection_items?sort=position", "after", null, Id),
        ["before"] = Page("collection_items?sort=position", "before", 3L, Id),
        ["text, folded first"] = Page("items?sort=name", "after", "b", Id),
        ["a key without an index"] = Page("collections?sort=updated_at", "after", Time, Id),
        ["a key behind a relationship"] = Page("collection_items?sort=item.name", "after", "b", Id),
    });

    [Test]
    public void Values_are_parameters() =>
        Assert.That(Page("items?sort=name", "after", "b", Id), Is.EqualTo(Page("items?sort=name", "after", "other", Id)));

    private static string Page(string url, string side, params object?[] values)
    {
        Assert.That(Planned.Plan($"{url}&page[size]=7&page[{side}]=").TryGet(out var start), url);
        var cursor = start!.Page!.Cursor!.Codec.Write(values);
        Assert.That(Planned.Plan($"{url}&page[size]=7&page[{side}]={cursor}").TryGet(out var plan), url);
        var compiler = new PlanCompiler(CatalogMap.Shipped, SqliteDialect.Instance);
        compiler.Page(plan!, plan!.Page!, 8);
        var sql = compiler.Sql.Text.ToString();
        return sql[sql.IndexOf("FROM", StringComparison.Ordinal)..];
    }
}
