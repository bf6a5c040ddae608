using System.Diagnostics;
using Api.Http;
using Api.Resources;
using Domain.Companies;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;
using JsonApi.Rendering;
using Persistence.Writes;

namespace Api.Endpoints;

/// <summary>The actions: a body in, everything or nothing done, a document that names what was made up for it.</summary>
internal sealed class ActionEndpoints(TransactionRunner writer)
{
    private static readonly StoreAction[] Actions = [new CollectionTreeAction(), new SortingAction()];

    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in ResourceEndpoints.Prefixes)
            foreach (var action in Actions)
                routes.MapPost($"{prefix}/{action.Type}", http => RunAsync(http, action));
    }

    private async Task RunAsync(HttpContext http, StoreAction action)
    {
        var context = StoreContext.Of(http);
        if (context.Refuse(TokenScopes.Write) is { } refusal)
        {
            await ResponseWriter.WriteErrorsAsync(http, [refusal]);
            return;
        }
        var start = Stopwatch.GetTimestamp();
        var planned = await PlanAsync(http, action);
        if (!planned.TryGet(out var work))
        {
            await ResponseWriter.WriteErrorsAsync(http, planned.Errors);
            return;
        }
        var done = await writer.RunAsync<Done>(
            context.Scope,
            transaction => work(transaction) is { Count: > 0 } errors ? errors : new Done(Guid.CreateVersion7(transaction.Now), transaction.Statements),
            http.RequestAborted);
        if (!done.TryGet(out var result))
        {
            await ResponseWriter.WriteErrorsAsync(http, done.Errors);
            return;
        }
        using var document = new JsonBuffer();
        document.Raw("{\"data\":{\"id\":"u8);
        document.String(WireText.Write(result.Id));
        document.Raw(",\"type\":"u8);
        document.String(action.Type);
        document.Raw("},\"meta\":{}}"u8);
        await ResponseWriter.WriteAsync(http, StatusCodes.Status201Created, document.Written, Stopwatch.GetElapsedTime(start), result.Statements);
    }

    private static async ValueTask<Result<ActionWork>> PlanAsync(HttpContext http, StoreAction action)
    {
        var errors = new List<RequestError>();
        foreach (var name in http.Request.Query.Keys)
            errors.Add(RequestError.InQuery(name, -1, $"unknown parameter '{name}'; {action.Type} take none"));
        Preconditions.Refuse(http, errors);
        var read = await BodyReader.ReadAsync(http, BodyReader.MaxBytesWithRows);
        if (!read.TryGet(out var bytes))
            return read.As<ActionWork>();
        var parsed = DocumentParser.Parse(bytes);
        var planned = parsed.TryGet(out var body) ? action.Plan(body) : parsed.As<ActionWork>();
        errors.AddRange(planned.Errors);
        return errors.Count > 0 ? errors : planned;
    }

    private sealed record Done(Guid Id, int Statements);
}
