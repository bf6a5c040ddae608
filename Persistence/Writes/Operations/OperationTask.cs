using System.Globalization;
using System.Text.Json;
using JsonApi.Definitions;

namespace Persistence.Writes.Operations;

/// <summary>What an operation does: its data, which were validated before it was stored.</summary>
/// <param name="TargetType">The resource type of what it is done to.</param>
public abstract record OperationTask(string TargetType)
{
    /// <summary>What is changed, one after the other; empty for a task that changes nothing.</summary>
    public virtual IReadOnlyList<Guid> TargetIds => [];

    /// <summary>What is done, for people.</summary>
    public abstract string Description { get; }

    /// <summary>The resource type as a word: <c>product group</c>.</summary>
    public string TargetName => TargetType[..^1].Replace('_', ' ');

    /// <summary>What is said of a target that is missing.</summary>
    public string NotFound(Guid id) => $"There is no {TargetName} with the id {id:D}, or it is archived.";

    /// <summary>Reads the data of an operation.</summary>
    /// <param name="json">The value of <c>operation_data</c>.</param>
    public static OperationTask Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var data = document.RootElement.GetProperty("data");
        var targetType = data.GetProperty("target_type").GetString()!;
        return TypeOf(document.RootElement) switch
        {
            "update_collections" => new UpdateCollectionsTask(
                targetType, Ids(data, "target_ids")!, data.GetProperty("action").GetString() == "add_entities", Ids(data, "collection_ids")!),
            "update_tag" => new UpdateTagTask(
                targetType, Ids(data, "target_ids")!, WireText.ReadEnum<TagAction>(data.GetProperty("action").GetString()!), Texts(data, "tags")),
            "update" => new UpdateTask(
                targetType,
                Ids(data, "target_ids")!,
                data.GetProperty("attributes").EnumerateObject().ToDictionary(attribute => attribute.Name, attribute => Value(attribute.Name, attribute.Value))),
            "archive" => new ArchiveTask(targetType, Ids(data, "target_ids")!),
            "export" => new ExportTask(targetType, Ids(data, "target_ids")),
            var type => throw new NotSupportedException($"There are no operations of the type '{type}'."),
        };
    }

    /// <summary>The name of what the data ask for.</summary>
    /// <param name="json">The value of <c>operation_data</c>.</param>
    internal static string TypeOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return TypeOf(document.RootElement);
    }

    /// <summary>So many of a thing: <c>1 product group</c>, <c>2 product groups</c>.</summary>
    private protected static string Number(int count, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {name}{(count == 1 ? "" : "s")}");

    private static string TypeOf(JsonElement data) => data.GetProperty("type").GetString()!;

    private static List<string> Texts(JsonElement data, string name) =>
        data.TryGetProperty(name, out var texts) && texts.ValueKind == JsonValueKind.Array ? [.. texts.EnumerateArray().Select(text => text.GetString()!)] : [];

    /// <summary>A value as statements take it.</summary>
    private static object? Value(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetInt64(),
        _ => name.EndsWith("_id", StringComparison.Ordinal) ? value.GetGuid() : value.GetString(),
    };

    private static List<Guid>? Ids(JsonElement data, string name) =>
        data.TryGetProperty(name, out var ids) && ids.ValueKind == JsonValueKind.Array ? [.. ids.EnumerateArray().Select(id => id.GetGuid())] : null;
}
