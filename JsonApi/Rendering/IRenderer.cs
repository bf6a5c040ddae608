using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering;

/// <summary>
/// The port to a format: plan and rows to a document. The caller disposes the document, and the rows. The base URL is written before
/// URLs that are stored as paths: scheme and host as UTF-8, without a slash at the end.
/// </summary>
public interface IRenderer
{
    /// <summary>The first row of a plan: one resource that was fetched or written.</summary>
    JsonBuffer RenderOne(QueryPlan plan, QueryResult result, byte[] baseUrl);

    /// <summary>A page of resources, with links to other pages where an address is given.</summary>
    JsonBuffer RenderList(QueryPlan plan, QueryResult result, RequestAddress? address, byte[] baseUrl);
}
