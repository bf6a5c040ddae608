using System.Globalization;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary><c>page[number]</c> from 1, <c>page[size]</c> from 0 to the limit.</summary>
internal static class PagePass
{
    /// <summary>The highest page number; beyond it the row number would no longer fit.</summary>
    private const int MaxNumber = int.MaxValue;

    internal static PagePlan Run(PlanningContext context) => new(
        Read(context, context.Request.PageNumber, 1, 1, MaxNumber),
        Read(context, context.Request.PageSize, context.Limits.DefaultPageSize, 0, context.Limits.PageSize));

    private static int Read(PlanningContext context, NameTerm? term, int fallback, int least, int most)
    {
        if (term is null)
            return fallback;
        if (int.TryParse(term.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        context.Fail(term.Parameter, term.Position, $"{term.Parameter} should be a whole number from {least} to {most}, not '{term.Text}'");
        return fallback;
    }
}
