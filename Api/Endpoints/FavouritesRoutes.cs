using Api.Favourites;
using Api.Favourites.Validation;
using Api.Http;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering;

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
        IEndpointRouteBuilder routes,
        string path,
        FavouritesResource resource,
        Operation operation,
        Func<FavouritesRequest, Result<FavouritesWrite>> plan)
        where TValidator : ParametersValidator, new()
    {
        // Made for the first request: its compiled rules would slow the start.
        var validator = new Lazy<TValidator>(() => new TValidator());
        var isCreate = operation == Operation.Create;
        routes.MapApi([Method(operation)], FavouritesPaths.Root + path, async (http, context) =>
        {
            var call = new WriteCall(context.Caller.Scope)
            {
                Read = async _ => operation == Operation.Delete ? ReadOnlyMemory<byte>.Empty : await ParameterReader.ReadBodyAsync(http),
                Plan = body => PlannedWrites.One(Read(http, body).Then(parameters => Plan(http, context, parameters)), []) with
                {
                    Present = (present, rows) => PresentState.Read(resource.Renderer, present, rows, context.BaseUrl),
                },
                Render = written => resource.Renderer.RenderOne(written[0].Plan!, written[0].Rows!, context.BaseUrl),
                Location = isCreate ? created => resource.Renderer.Self(created.Plan!, created.Rows!, context.BaseUrl) : null,
            };
            return ApiResult.Of(
                await pipeline.RunAsync(call, http.RequestAborted),
                isCreate ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        });

        Result<Parameters> Read(HttpContext http, ReadOnlyMemory<byte> body) =>
            operation == Operation.Delete ? ParameterReader.ReadQuery(http) : ParameterReader.Parse(http, body);

        Result<ResourceWrite> Plan(HttpContext http, ApiContext context, Parameters parameters)
        {
            IReadOnlyList<RepeatedValue> repeated = [];
            if (operation == Operation.Update)
                (parameters, repeated) = RepeatedMembers.Split(parameters, resource, validator.Value);
            if (validator.Value.Check(parameters) is { Count: > 0 } errors)
                return errors;
            var request = new FavouritesRequest(context, parameters, isCreate ? Guid.CreateVersion7().ToString("D") : Id(http));
            return plan(request).Map(write => (write with { Repeated = repeated }).Plan(request, operation, planner));
        }
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
