using Api.Favourites;
using Api.Favourites.Validation;
using Api.Http;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;

namespace Api.Endpoints;

/// <summary>The endpoints of the favourites API whose answers are resources: parameters in, a resource or a list out.</summary>
internal sealed class FavouritesRoutes(WritePipeline pipeline, ResourceWritePlanner planner)
{
    /// <summary>A read. A parameter that the endpoint does not read is an error.</summary>
    internal static void MapRead(
        IEndpointRouteBuilder routes, string path, Func<FavouritesRequest, CancellationToken, ValueTask<ApiResult>> endpoint) =>
        routes.MapApi(ApiRoutes.Reads, FavouritesPaths.Root + path, async (http, context) =>
        {
            var read = ParameterReader.ReadQuery(http);
            return read.TryGet(out var parameters)
                ? await endpoint(new FavouritesRequest(context, parameters, Id(http)), http.RequestAborted)
                : ApiResult.Failed(read.Errors);
        });

    /// <summary>A write: what its validated parameters mean is planned by the endpoint, the rest is the pipeline's.</summary>
    internal void MapWrite<TValidator>(
        IEndpointRouteBuilder routes, string path, Operation operation, Func<FavouritesRequest, Result<FavouritesWrite>> plan)
        where TValidator : ParametersValidator, new()
    {
        // Made for the first request: its compiled rules would slow the start.
        var validator = new Lazy<TValidator>(() => new TValidator());
        routes.MapApi([Method(operation)], FavouritesPaths.Root + path, async (http, context) =>
        {
            var id = operation == Operation.Create ? Guid.CreateVersion7().ToString("D") : Id(http);
            FavouritesWrite? write = null;
            string? location = null;
            var call = new WriteCall(context.Caller.Scope)
            {
                Read = async _ => operation == Operation.Delete ? ReadOnlyMemory<byte>.Empty : await ParameterReader.ReadBodyAsync(http),
                Plan = body => PlannedWrites.One(Plan(body), []),
                Render = written =>
                {
                    var (made, rows, renderer) = (written[0].Plan!, written[0].Rows!, write!.Query.Answered.Renderer);
                    location = renderer.Self(made, rows, context.BaseUrl);
                    return renderer.RenderOne(made, rows, context.BaseUrl);
                },
            };
            var answer = await pipeline.RunAsync(call, http.RequestAborted);
            return operation == Operation.Create ? ApiResult.Of(answer, StatusCodes.Status201Created) with { Location = location } : answer;

            Result<ResourceWrite> Plan(ReadOnlyMemory<byte> body)
            {
                var read = operation == Operation.Delete ? ParameterReader.ReadQuery(http) : ParameterReader.Parse(http, body);
                if (!read.TryGet(out var parameters))
                    return read.As<ResourceWrite>();
                if (validator.Value.Check(parameters) is { Count: > 0 } errors)
                    return errors;
                var request = new FavouritesRequest(context, parameters, id);
                return plan(request).Map(planned => (write = planned).Plan(request, operation, planner));
            }
        });
    }

    private static string Method(Operation operation) => operation switch
    {
        Operation.Create => HttpMethods.Post,
        Operation.Update => HttpMethods.Put,
        _ => HttpMethods.Delete,
    };

    /// <summary>The id in the path as it was written.</summary>
    private static string Id(HttpContext http) => http.Request.RouteValues["id"] as string ?? "";
}
