using System.Text.Json;
using JsonApi.Execution;
using JsonApi.Planning;

namespace JsonApi.Rendering;

/// <summary>A resource as it is read, for bodies that repeat what was read.</summary>
public static class PresentState
{
    /// <summary>The document of the first row of a plan.</summary>
    public static JsonElement Read(IRenderer renderer, QueryPlan plan, QueryResult rows, byte[] baseUrl)
    {
        using var json = renderer.RenderOne(plan, rows, baseUrl);
        using var document = JsonDocument.Parse(json.Written);
        return document.RootElement.Clone();
    }
}
