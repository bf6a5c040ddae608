using JsonApi.Execution;
using JsonApi.Planning;

namespace JsonApi.Rendering;

/// <summary>
/// The port to a format: plan and rows to a document. The caller disposes the document, and the rows. The base URL stands before URLs
/// kept as paths: scheme and host as UTF-8, without a slash at the end.
/// </summary>
public interface IRenderer
{
    /// <summary>The one resource of a plan that names an id, or that a write answers with.</summary>
    JsonBuffer RenderOne(QueryPlan plan, QueryResult result, byte[] baseUrl);

    /// <summary>A page of resources, with its links where there are any.</summary>
    JsonBuffer RenderList(QueryPlan plan, QueryResult result, PageLinks? links, byte[] baseUrl);
}
