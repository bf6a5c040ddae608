using JsonApi;
using JsonApi.Definitions;
using JsonApi.Planning;
using JsonApi.Rendering;

namespace Api.Tests.Support;

/// <summary>Calls of the query pipeline as a GET makes them.</summary>
internal static class Reads
{
    internal const string Server = "http://server";

    /// <summary>A list at a path, or the fetch of one resource where there is an id.</summary>
    internal static QueryCall Get(ResourceDefinition definition, TenantScope scope, string query, string? id = null, string? path = null) =>
        new(definition, id is null ? Operation.List : Operation.Fetch, scope)
        {
            Id = id,
            Query = query,
            Address = id is null ? new RequestAddress("http://server"u8.ToArray(), path ?? "/" + definition.Type, query) : null,
        };
}
