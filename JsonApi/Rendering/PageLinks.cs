using JsonApi.Execution;
using JsonApi.Planning;

namespace JsonApi.Rendering;

/// <summary>
/// The <c>links</c> of a list: absolute paths with the caller's own parameters kept and the page changed, by number or by cursor as
/// the caller pages. A link stands only where there is a page to lead to; of the row a cursor stands at, it is taken that it is there.
/// </summary>
/// <param name="path">The path of the request.</param>
/// <param name="query">Its query text as it came, with or without the question mark.</param>
public sealed class PageLinks(string path, string query)
{
    private static readonly string[] PageParameters = ["page[number]", "page[after]", "page[before]"];

    private readonly string _query = query.TrimStart('?');

    // What every link begins with, up to the page.
    private string? _start;

    internal void Write(JsonBuffer json, QueryPlan plan, QueryResult result)
    {
        var page = plan.Page!;
        json.Raw(",\"links\":{\"self\":"u8);
        json.String(_query.Length == 0 ? path : $"{path}?{_query}");
        if (page is { Size: > 0, Cursor: { } cursor })
            WriteCursors(json, plan, cursor, result);
        else if (page.Size > 0)
            WriteNumbers(json, plan, page, result);
        json.Raw((byte)'}');
    }

    private void WriteNumbers(JsonBuffer json, QueryPlan plan, PagePlan page, QueryResult result)
    {
        Link(json, ",\"first\":"u8, 1);
        if (page.Number > 1)
            Link(json, ",\"prev\":"u8, page.Number - 1);
        if (result.HasMore)
            Link(json, ",\"next\":"u8, page.Number + 1);
        if (Total(plan, result) is { } total)
            Link(json, ",\"last\":"u8, Math.Max(1, (total + page.Size - 1) / page.Size));
    }

    /// <summary>
    /// A page was read away from the row its cursor stands at: on that side there is that row, on the other one whatever was found.
    /// </summary>
    private void WriteCursors(JsonBuffer json, QueryPlan plan, CursorPlan cursor, QueryResult result)
    {
        var (hasPrevious, hasNext) = (cursor.Values.Count > 0, result.HasMore);
        if (cursor.IsBackward)
            (hasPrevious, hasNext) = (hasNext, hasPrevious);
        var rows = result.Primary.Count;
        Link(json, ",\"first\":"u8, "page[after]", "");
        // Beside an empty page lies the end of the list.
        if (hasPrevious)
            Link(json, ",\"prev\":"u8, "page[before]", rows > 0 ? RowCursors.Of(plan, result, 0) : "");
        if (hasNext)
            Link(json, ",\"next\":"u8, "page[after]", rows > 0 ? RowCursors.Of(plan, result, rows - 1) : "");
        if (Total(plan, result) is not null)
            Link(json, ",\"last\":"u8, "page[before]", "");
    }

    private static long? Total(QueryPlan plan, QueryResult result)
    {
        for (var i = 0; i < plan.Stats.Count; i++)
            if (plan.Stats[i].Calculation == Calculation.Count)
                return result.Stats[i]!.Integer(0, 0);
        return null;
    }

    private void Link(JsonBuffer json, ReadOnlySpan<byte> member, long number) => Link(json, member, "page[number]", $"{number}");

    private void Link(JsonBuffer json, ReadOnlySpan<byte> member, string name, string value)
    {
        json.Raw(member);
        _start ??= WithoutPage() is { Length: > 0 } kept ? $"{path}?{kept}&" : $"{path}?";
        json.String($"{_start}{name}={value}");
    }

    private string WithoutPage() =>
        string.Join('&', _query.Split('&').Where(pair => !IsPage(pair) && pair.Length > 0));

    private static bool IsPage(string pair) =>
        (pair.StartsWith('p') || pair.StartsWith('%')) && PageParameters.Contains(Uri.UnescapeDataString(pair.Split('=')[0]));
}
