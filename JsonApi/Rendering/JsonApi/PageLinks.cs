using System.Globalization;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.JsonApi;

/// <summary>
/// The <c>links</c> of a list: the caller's own parameters are kept and the page is changed, by number or by cursor as the caller pages.
/// A link is written only where there is a page. The row of a cursor is assumed to be still there.
/// </summary>
internal static class PageLinks
{
    private static readonly string[] PageParameters = ["page[number]", "page[after]", "page[before]"];

    internal static void Write(JsonBuffer json, QueryPlan plan, QueryResult result, RequestAddress address)
    {
        var page = plan.Page!;
        json.Raw(",\"links\":{\"self\":"u8);
        address.WriteSelf(json);
        if (page is { Size: > 0, Cursor: { } cursor })
            WriteCursors(json, plan, cursor, result, address);
        else if (page.Size > 0)
            WriteNumbers(json, plan, page, result, address);
        json.Raw((byte)'}');
    }

    private static void WriteNumbers(JsonBuffer json, QueryPlan plan, PagePlan page, QueryResult result, RequestAddress address)
    {
        Link(json, address, ",\"first\":"u8, 1);
        if (page.Number > 1)
            Link(json, address, ",\"prev\":"u8, page.Number - 1);
        if (result.HasMore)
            Link(json, address, ",\"next\":"u8, page.Number + 1);
        if (Total(plan, result) is { } total)
            Link(json, address, ",\"last\":"u8, Math.Max(1, (total + page.Size - 1) / page.Size));
    }

    /// <summary>A page is read away from the row of its cursor: that row is on one side, and on the other what was found.</summary>
    private static void WriteCursors(JsonBuffer json, QueryPlan plan, CursorPlan cursor, QueryResult result, RequestAddress address)
    {
        var (hasPrevious, hasNext) = (cursor.Values.Count > 0, result.HasMore);
        if (cursor.IsBackward)
            (hasPrevious, hasNext) = (hasNext, hasPrevious);
        var rows = result.Primary.Count;
        Link(json, address, ",\"first\":"u8, "page%5Bafter%5D"u8, "");
        // An empty page is at the end of the list.
        if (hasPrevious)
            Link(json, address, ",\"prev\":"u8, "page%5Bbefore%5D"u8, rows > 0 ? RowCursors.Of(plan, result, 0) : "");
        if (hasNext)
            Link(json, address, ",\"next\":"u8, "page%5Bafter%5D"u8, rows > 0 ? RowCursors.Of(plan, result, rows - 1) : "");
        if (Total(plan, result) is not null)
            Link(json, address, ",\"last\":"u8, "page%5Bbefore%5D"u8, "");
    }

    private static long? Total(QueryPlan plan, QueryResult result)
    {
        for (var i = 0; i < plan.Stats.Count; i++)
            if (plan.Stats[i].Calculation == Calculation.Count)
                return result.Stats[i]!.Integer(0, 0);
        return null;
    }

    private static void Link(JsonBuffer json, RequestAddress address, ReadOnlySpan<byte> member, long number) =>
        Link(json, address, member, "page%5Bnumber%5D"u8, number.ToString(CultureInfo.InvariantCulture));

    private static void Link(
        JsonBuffer json, RequestAddress address, ReadOnlySpan<byte> member, ReadOnlySpan<byte> name, string value)
    {
        json.Raw(member);
        address.WritePage(json, PageParameters, name, value);
    }
}
