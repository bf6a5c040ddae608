using System.Globalization;
using System.Text.Json;
using JsonApi.Definitions;
using JsonApi.Errors;
using Persistence.Writes.Collections;

namespace Api.Resources;

/// <summary>Puts collection items, photos or bundle items into an order.</summary>
internal sealed class SortingAction() : StoreAction("sortings", "type", "ids")
{
    private static readonly Dictionary<string, SortedRows> Types = Enum.GetValues<SortedRows>().ToDictionary(rows => WireText.Write(rows));

    protected override string? OtherType => "sorting";

    protected override Result<ActionWork> Plan(IReadOnlyDictionary<string, JsonElement> given)
    {
        var errors = new List<RequestError>();
        var type = given["type"];
        if (type.ValueKind != JsonValueKind.String || !Types.TryGetValue(type.GetString()!, out var rows))
        {
            rows = default;
            errors.Add(RequestError.Refused(["type"], "should be one of " + string.Join(", ", Types.Keys), "type_error"));
        }
        var elements = Elements("ids", given["ids"]);
        errors.AddRange(elements.Errors);
        var ids = new List<Guid>();
        foreach (var (index, element) in (elements.TryGet(out var list) ? list : []).Index())
            if (TryReadId(element, out var id))
                ids.Add(id);
            else
                errors.Add(RequestError.Refused(["ids", index.ToString(CultureInfo.InvariantCulture)], "should be a uuid", "type_error"));
        if (errors.Count > 0)
            return errors;
        return new ActionWork(transaction => SortingWrites.Apply(transaction, rows, ids));
    }
}
