using System.Globalization;
using JsonApi.Definitions;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>
/// <c>page[number]</c> from 1, or else a cursor in <c>page[after]</c> or <c>page[before]</c>, empty to begin at either end;
/// <c>page[size]</c> from 0 to the limit.
/// </summary>
internal static class PagePass
{
    /// <summary>The highest page number; beyond it the row number would no longer fit.</summary>
    private const int MaxNumber = int.MaxValue;

    /// <param name="context">The question.</param>
    /// <param name="skip">Rows skipped at the start of a list that is paged by cursor.</param>
    /// <param name="cursors">The cursors of the list asked for; null when its order is an error, so that no cursor can be checked.</param>
    internal static PagePlan Run(PlanningContext context, int skip, Func<CursorCodec>? cursors)
    {
        var request = context.Request;
        return new PagePlan(
            Read(context, request.PageNumber, 1, 1, MaxNumber),
            Read(context, request.PageSize, context.Limits.DefaultPageSize, 0, context.Limits.PageSize))
        {
            Skipped = skip > 0 ? skip : null,
            Cursor = (request.PageAfter ?? request.PageBefore) is { } term ? ReadCursor(context, term, cursors) : null,
        };
    }

    private static int Read(PlanningContext context, NameTerm? term, int fallback, int least, int most)
    {
        if (term is null)
            return fallback;
        if (int.TryParse(term.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        context.Fail(term.Parameter, term.Position, $"{term.Parameter} should be a whole number from {least} to {most}, not '{term.Text}'");
        return fallback;
    }

    private static CursorPlan? ReadCursor(PlanningContext context, NameTerm term, Func<CursorCodec>? cursors)
    {
        var request = context.Request;
        foreach (var other in new[] { request.PageNumber, request.PageBefore })
            if (other is not null && other != term)
                context.Fail(other.Parameter, other.Position, $"{other.Parameter} and {term.Parameter} exclude each other");
        if (cursors is null)
            return null;
        var codec = cursors();
        var values = term.Text.Length == 0 ? [] : codec.Read(term.Text);
        if (values is not null)
            return new CursorPlan(codec, values, IsBackward: term == request.PageBefore);
        context.Fail(term.Parameter, term.Position,
            $"{term.Parameter} is not a cursor of this list in this order; start with an empty one and take the others from links");
        return null;
    }
}
