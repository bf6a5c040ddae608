using System.Collections.Immutable;
using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;

namespace JsonApi.Rendering.Json;

/// <summary>Extra fields: an array of objects, or of plain values where the sub-plan selects one nameless value.</summary>
internal static class ExtraFieldWriter
{
    internal static void Write(JsonBuffer json, QueryResult result, FieldPlan field, WireId parent)
    {
        var (rows, start, count) = result.Below(field.ExtraRows!, parent);
        var select = field.Extra!.Select;
        json.Raw((byte)'[');
        for (var row = start; row < start + count; row++)
        {
            if (row > start)
                json.Raw((byte)',');
            if (select is [{ Name: "" } only])
                ValueWriter.WriteCell(json, rows, row, 0, only.Type);
            else
                WriteObject(json, rows, row, select);
        }
        json.Raw((byte)']');
    }

    private static void WriteObject(JsonBuffer json, ResultTable rows, int row, ImmutableArray<ExtraFieldMember> select)
    {
        json.Raw((byte)'{');
        for (var column = 0; column < select.Length; column++)
        {
            if (column > 0)
                json.Raw((byte)',');
            json.Raw(select[column].Utf8Member);
            ValueWriter.WriteCell(json, rows, row, column, select[column].Type);
        }
        json.Raw((byte)'}');
    }
}
