using JsonApi.Definitions;
using JsonApi.Execution;
using JsonApi.Planning;

namespace JsonApi.Rendering;

/// <summary>
/// The <c>links</c> of a list: absolute paths with the caller's own parameters kept and the page number changed. A link stands
/// only where there is a page to lead to.
/// </summary>
/// <param name="path">The path of the request.</param>
/// <param name="query">Its query text as it came, with or without the question mark.</param>
public sealed class PageLinks(string path, string query)
{
    private readonly string _query = query.TrimStart('?');

    internal void Write(JsonBuffer json, QueryPlan plan, QueryResult result)
    {
        var page = plan.Page!;
        json.Raw(",\"links\":{\"self\":"u8);
        json.String(_query.Length == 0 ? path : $"{path}?{_query}");
        if (page.Size > 0)
        {
            Link(json, ",\"first\":"u8, 1);
            if (page.Number > 1)
                Link(json, ",\"prev\":"u8, page.Number - 1);
            if (result.HasMore)
                Link(json, ",\"next\":"u8, page.Number + 1);
            if (Total(plan, result) is { } total)
                Link(json, ",\"last\":"u8, Math.Max(1, (total + page.Size - 1) / page.Size));
        }
        json.Raw((byte)'}');
    }

    private static long? Total(QueryPlan plan, QueryResult result)
    {
        for (var i = 0; i < plan.Stats.Count; i++)
            if (plan.Stats[i].Calculation == Calculation.Count)
                return result.Stats[i]!.Integer(0, 0);
        return null;
    }

    private void Link(JsonBuffer json, ReadOnlySpan<byte> member, long number)
    {
        json.Raw(member);
        var separator = _query.Length == 0 ? "?" : WithoutPageNumber() is { Length: > 0 } kept ? $"?{kept}&" : "?";
        json.String($"{path}{separator}page[number]={number}");
    }

    private string WithoutPageNumber() =>
        string.Join('&', _query.Split('&').Where(pair => !IsPageNumber(pair) && pair.Length > 0));

    private static bool IsPageNumber(string pair) =>
        (pair.StartsWith('p') || pair.StartsWith('%')) && Uri.UnescapeDataString(pair.Split('=')[0]) == "page[number]";
}
