using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.JsonApi;

/// <summary>
/// The <c>meta</c> member: each stat where the request put it. <c>stats[total]=count</c> is at <c>meta.stats.total.count</c>,
/// <c>meta[total][]=count</c> at <c>meta.total.count</c>.
/// </summary>
internal static class StatsWriter
{
    internal static void Write(JsonBuffer json, QueryPlan plan, QueryResult result)
    {
        json.Raw(",\"meta\":{"u8);
        var any = WriteFamily(json, plan, result, "meta");
        if (plan.Stats.Any(stat => stat.Family == "stats"))
        {
            json.Raw(any ? ",\"stats\":{"u8 : "\"stats\":{"u8);
            WriteFamily(json, plan, result, "stats");
            json.Raw((byte)'}');
        }
        json.Raw((byte)'}');
    }

    private static bool WriteFamily(JsonBuffer json, QueryPlan plan, QueryResult result, string family)
    {
        var any = false;
        foreach (var name in plan.Stats.Where(stat => stat.Family == family).Select(stat => stat.Name).Distinct())
        {
            if (any)
                json.Raw((byte)',');
            any = true;
            json.String(name);
            json.Raw(":{"u8);
            for (var i = 0; i < plan.Stats.Count; i++)
                if (plan.Stats[i] is var stat && stat.Family == family && stat.Name == name)
                {
                    json.String(stat.CalculationName);
                    json.Raw((byte)':');
                    WriteStat(json, stat, result.Stats[i]!);
                    json.Raw((byte)',');
                }
            json.TakeBack();
            json.Raw((byte)'}');
        }
        return any;
    }

    private static void WriteStat(JsonBuffer json, StatPlan stat, ResultTable table)
    {
        if (stat.Calculation != Calculation.CountEach)
        {
            var isWhole = stat.Calculation is not Calculation.Average && stat.Type == WireType.Integer;
            ValueWriter.WriteCell(json, table, 0, 0, isWhole ? WireType.Integer : WireType.Float);
            return;
        }
        json.Raw((byte)'{');
        for (var row = 0; row < table.Count; row++)
        {
            if (row > 0)
                json.Raw((byte)',');
            WriteKey(json, stat, table, row);
            json.Raw((byte)':');
            json.Number(table.Integer(row, 1));
        }
        json.Raw((byte)'}');
    }

    private static void WriteKey(JsonBuffer json, StatPlan stat, ResultTable table, int row)
    {
        switch (table.Kind(row, 0))
        {
            case CellKind.Null:
                json.Raw("\"null\""u8);
                break;
            case CellKind.Text:
                json.String(table.Text(row, 0));
                break;
            default:
                json.Raw((byte)'"');
                ValueWriter.WriteCell(json, table, row, 0, stat.Type);
                json.Raw((byte)'"');
                break;
        }
    }
}
