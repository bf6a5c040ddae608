using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;

namespace Api.Http;

/// <summary>What <c>If-Match</c> and <c>If-None-Match</c> require of the state that a write starts from (RFC 9110, 13.1).</summary>
internal sealed class Preconditions(QueryPlanner planner)
{
    private const string OneResourceOnly =
        "If-Match is about one resource that exists: it can be sent with PUT, PATCH and DELETE of a resource alone.";

    /// <summary>A condition on one resource cannot be met where none is addressed, and the sender relies on it.</summary>
    internal static void Refuse(HttpContext http, List<RequestError> errors)
    {
        if (http.Request.Headers.IfMatch.Count > 0)
            errors.Add(new RequestError(ErrorCodes.BadRequest, OneResourceOnly) { Header = "If-Match" });
    }

    /// <summary>
    /// What GET at the same URL answers must have one of the tags of <c>If-Match</c>, and none of those of <c>If-None-Match</c>; null
    /// where the caller requires nothing.
    /// </summary>
    internal Precondition? Of(HttpContext http, ApiContext context, IReadOnlyList<PlannedWrite> writes)
    {
        var (tags, others) = (http.Request.Headers.IfMatch, http.Request.Headers.IfNoneMatch);
        if (tags.Count + others.Count == 0 || writes is not [ResourceWrite { Operation: not Operation.Create } write])
            return null;
        var query = QueryStringParser.Parse(http.Request.QueryString.Value, []);
        if (!planner.PlanOne(write.Definition, Operation.Fetch, query, context.Caller.Scope, write.Id).TryGet(out var state))
            state = write.Answer;
        return new Precondition(state, IsMet, tags.Count > 0 ? "If-Match" : "If-None-Match");

        bool IsMet(QueryResult rows)
        {
            using var document = context.Renderer.RenderOne(state, rows, context.BaseUrl);
            var present = EntityTags.Of(document.Written.Span, context.ContentType);
            return (tags.Count == 0 || EntityTags.Matches(tags, present, isWeakEnough: false))
                && !EntityTags.Matches(others, present, isWeakEnough: true);
        }
    }
}
