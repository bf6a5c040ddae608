using System.Text;
using Api.Http;
using Api.Photos;
using Domain.Companies;
using JsonApi;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Parsing;
using JsonApi.Planning;
using JsonApi.Rendering;
using JsonApi.Rendering.JsonApi;

namespace Api.Endpoints;

/// <summary>Creating, updating and deleting resources, each as its definition offers it.</summary>
internal sealed class WriteEndpoints(
    ResourceCatalog catalog,
    ResourceWritePlanner planner,
    Preconditions preconditions,
    WritePipeline pipeline,
    OperationsEndpoint operations)
{
    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var prefix in StorePaths.Prefixes)
            foreach (var definition in catalog.Definitions)
            {
                Map(Operation.Create, [HttpMethods.Post], "");
                Map(Operation.Update, [HttpMethods.Put, HttpMethods.Patch], "/{id}");
                Map(Operation.Delete, [HttpMethods.Delete], "/{id}");

                void Map(Operation operation, string[] methods, string suffix)
                {
                    if (definition.Operations.ContainsKey(operation))
                        routes.MapApi(
                            methods, $"{prefix}/{definition.Type}{suffix}",
                            (http, context) => WriteAsync(http, context, definition, operation), TokenScopes.Write);
                }
            }
    }

    private async ValueTask<ApiResult> WriteAsync(HttpContext http, ApiContext context, ResourceDefinition definition, Operation operation)
    {
        if (StorePaths.AreAtomic(http.Request))
            return await operations.RunAsync(http, context);
        var id = Guid.CreateVersion7();
        if (operation != Operation.Create && (string)http.Request.RouteValues["id"]! is var text && !Guid.TryParseExact(text, "D", out id))
            return RequestError.NotFound(definition.Type, text);
        var maxBytes = BodyImages.AreTakenBy(definition) ? BodyReader.MaxBytesWithImage : BodyReader.MaxBytes;
        var call = new WriteCall(context.Caller.Scope)
        {
            Read = async _ => operation == Operation.Delete ? ReadOnlyMemory<byte>.Empty : await BodyReader.ReadAsync(http, maxBytes),
            Plan = body => Plan(http, context, definition, operation, id, body),
            Render = written => context.CanRead
                ? context.Renderer.RenderOne(written[0].Plan!, written[0].Rows!, context.BaseUrl)
                : OperationsRenderer.RenderAction(definition.Type, written[0].Id),
            Location = operation == Operation.Create
                ? created => $"{Encoding.UTF8.GetString(context.BaseUrl)}{http.Request.Path.ToUriComponent().TrimEnd('/')}/{created.Id}"
                : null,
        };
        return ApiResult.Of(
            await pipeline.RunAsync(call, http.RequestAborted),
            operation == Operation.Create ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private PlannedWrites Plan(
        HttpContext http, ApiContext context, ResourceDefinition definition, Operation operation, Guid id, ReadOnlyMemory<byte> bytes)
    {
        var errors = new List<RequestError>();
        var query = QueryStringParser.Parse(http.Request.QueryString.Value, errors);
        if (operation == Operation.Create)
            Preconditions.Refuse(http, errors);
        WriteRequest? body = null;
        if (operation != Operation.Delete)
        {
            var parsed = DocumentParser.Parse(bytes);
            errors.AddRange(parsed.Errors);
            parsed.TryGet(out body);
        }
        var planned = PlannedWrites.One(planner.Plan(definition, operation, id, body, query, context.Caller.Scope), errors);
        return planned with
        {
            Precondition = preconditions.Of(http, context, planned.Writes),
            Present = (plan, rows) => PresentState.Read(JsonApiRenderer.Instance, plan, rows, context.BaseUrl),
        };
    }
}
