using Api.Http;
using Api.Resources;
using Domain.Companies;
using JsonApi;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Rendering.JsonApi;
using Persistence.Transactions;

namespace Api.Endpoints;

/// <summary>The actions: a body in, everything or nothing done, a document that names what was done.</summary>
internal sealed class ActionEndpoints(WritePipeline pipeline)
{
    private static readonly StoreAction[] Actions = [new CollectionTreeAction(), new SortingAction()];

    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in StorePaths.Prefixes)
            foreach (var action in Actions)
                routes.MapApi(
                    [HttpMethods.Post], $"{prefix}/{action.Type}", (http, context) => RunAsync(http, context, action), TokenScopes.Write);
    }

    private async ValueTask<ApiResult> RunAsync(HttpContext http, ApiContext context, StoreAction action)
    {
        var call = new WriteCall(context.Caller.Scope)
        {
            Read = _ => BodyReader.ReadAsync(http, BodyReader.MaxBytesWithRows),
            Plan = body => Plan(http, action, body),
            Render = written => OperationsRenderer.RenderAction(action.Type, written[0].Id),
        };
        return ApiResult.Of(await pipeline.RunAsync(call, http.RequestAborted), StatusCodes.Status201Created);
    }

    private static PlannedWrites Plan(HttpContext http, StoreAction action, ReadOnlyMemory<byte> body)
    {
        var errors = new List<RequestError>();
        foreach (var name in http.Request.Query.Keys)
            errors.Add(RequestError.InQuery(name, -1, $"unknown parameter '{name}'; {action.Type} take none"));
        Preconditions.Refuse(http, errors);
        var planned = DocumentParser.Parse(body).Then(action.Plan)
            .Map(work => new ActionWrite(transaction => work((WriteTransaction)transaction)));
        return PlannedWrites.One(planned, errors);
    }
}
