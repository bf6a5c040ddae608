using System.Text.Json.Nodes;

namespace Api.Tests.Properties;

/// <summary>What a step answered: its status, and the row's id where it was acknowledged.</summary>
internal sealed record CollectionItemAnswer(int Status, Guid Id)
{
    internal bool IsAcknowledged => Status is 200 or 201;
}

/// <summary>Collection items as callers see them: over HTTP, or through the writes and the pipeline themselves.</summary>
internal abstract class CollectionItemStore
{
    internal abstract Task<CollectionItemAnswer> AddAsync(Guid collection, Guid item);

    internal abstract Task<CollectionItemAnswer> RemoveAsync(Guid id);

    /// <summary>The document of a list.</summary>
    protected abstract Task<JsonNode> ListAsync(string type, string query);

    /// <summary>Takes a step with the ids of the model; the model judges it afterwards.</summary>
    internal async Task<CollectionItemAnswer> TryAsync(CollectionItemModel model, CollectionItemStep step)
    {
        var (collection, item) = model.Ids(step);
        return step.Adds ? await AddAsync(collection, item) : await RemoveAsync(model.RowId(step));
    }

    /// <summary>Throws where the store contains anything but what the model computes.</summary>
    internal async Task CompareAsync(CollectionItemModel model)
    {
        var items = (await ListAsync("collection_items", "fields[collection_items]=collection_id,item_id,implicit,position&extra_fields[collection_items]=source_collections&page[size]=100"))["data"]!.AsArray();
        var collections = (await ListAsync("collections", "fields[collections]=item_count&page[size]=100"))["data"]!.AsArray();
        Same("collection items", items.Select(Line), model.CollectionItems());
        Same("item counts", collections.Select(row => $"{row!["id"]} {row["attributes"]!["item_count"]}"), model.Counts());
        model.Follow(items.ToDictionary(
            row => (Uuid(row!["attributes"]!["collection_id"]), Uuid(row["attributes"]!["item_id"])),
            row => (Uuid(row!["id"]), row["attributes"]!["position"]?.GetValue<int>())));
    }

    /// <summary>The body that puts an item into a collection.</summary>
    protected static string Body(Guid collection, Guid item) =>
        $$$$"""{"data":{"type":"collection_items","attributes":{"collection_id":"{{{{collection}}}}","item_id":"{{{{item}}}}"}}}""";

    private static string Line(JsonNode? row)
    {
        var attributes = row!["attributes"]!;
        var sources = attributes["source_collections"]!.AsArray().Select(source => $"{source!["id"]}={source["name"]}");
        return string.Join(' ', attributes["collection_id"], attributes["item_id"], attributes["implicit"]!.ToJsonString(), string.Join(',', sources));
    }

    protected static Guid Uuid(JsonNode? node) => Guid.Parse(node!.GetValue<string>());

    private static void Same(string what, IEnumerable<string> actual, IEnumerable<string> expected)
    {
        var (stored, due) = (actual.Order(StringComparer.Ordinal).ToList(), expected.Order(StringComparer.Ordinal).ToList());
        if (!stored.SequenceEqual(due))
            throw new InvalidOperationException($"{what} are\n  {string.Join("\n  ", stored.Except(due))}\nnot\n  {string.Join("\n  ", due.Except(stored))}");
    }
}
