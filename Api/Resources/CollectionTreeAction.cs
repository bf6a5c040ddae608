using System.Globalization;
using System.Text.Json;
using JsonApi.Errors;
using Persistence.Writes.Collections;

namespace Api.Resources;

/// <summary>Moves and orders many collections at once.</summary>
internal sealed class CollectionTreeAction() : StoreAction("collection_trees", "collections")
{
    protected override Result<ActionWork> Plan(IReadOnlyDictionary<string, JsonElement> given)
    {
        var elements = Elements("collections", given["collections"]);
        if (!elements.TryGet(out var list))
            return elements.As<ActionWork>();
        var errors = new List<RequestError>();
        var entries = new List<TreeEntry>(list.Count);
        for (var i = 0; i < list.Count && !errors.IsFull(); i++)
            if (Read(list[i], ["collections", i.ToString(CultureInfo.InvariantCulture)], errors) is { } entry)
                entries.Add(entry);
        if (errors.Count > 0)
            return errors;
        return new ActionWork(transaction => CollectionTreeWrites.Apply(transaction, entries));
    }

    private static TreeEntry? Read(JsonElement element, string[] path, List<RequestError> errors)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("id", out var own) || !TryReadId(own, out var id))
        {
            errors.Add(RequestError.Refused(path, "should be an object with the id of a collection", "type_error"));
            return null;
        }
        var entry = new TreeEntry(id);
        foreach (var member in element.EnumerateObject().TakeWhile(_ => !errors.IsFull()))
            switch (member.Name)
            {
                case "id":
                    break;
                case "parent_id" when member.Value.ValueKind == JsonValueKind.Null:
                    entry = entry with { SetsParent = true };
                    break;
                case "parent_id" when TryReadId(member.Value, out var parent):
                    entry = entry with { SetsParent = true, ParentId = parent };
                    break;
                case "parent_id":
                    errors.Add(RequestError.Refused([.. path, member.Name], "should be null or a uuid", "type_error"));
                    break;
                case "position" when member.Value.ValueKind == JsonValueKind.Null:
                    entry = entry with { SetsPosition = true };
                    break;
                case "position" when member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out var position):
                    entry = entry with { SetsPosition = true, Position = position };
                    break;
                case "position":
                    errors.Add(RequestError.Refused(
                        [.. path, member.Name], "should be null or a whole number of up to 32 bits", "type_error"));
                    break;
                default:
                    errors.Add(RequestError.Refused([.. path, member.Name], "is an unknown attribute", "unknown_attribute"));
                    break;
            }
        return entry;
    }
}
