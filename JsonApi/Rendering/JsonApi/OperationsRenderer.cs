using JsonApi.Execution;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.JsonApi;

/// <summary>Documents of writes that are not one resource: the results of several operations, and the answer to an action.</summary>
public static class OperationsRenderer
{
    /// <summary><c>{"atomic:results":[{"data":…,"meta":{}}]}</c>, a result for each operation in order.</summary>
    /// <param name="written">What the operations wrote.</param>
    /// <param name="renderer">Writes each resource; null for a caller who may not read: then each result is an id and a type.</param>
    /// <param name="baseUrl">The server's address as the caller sees it.</param>
    public static JsonBuffer RenderResults(IReadOnlyList<WrittenResource> written, IRenderer? renderer, byte[] baseUrl)
    {
        var json = new JsonBuffer();
        json.Raw("{\"atomic:results\":["u8);
        for (var i = 0; i < written.Count; i++)
        {
            if (i > 0)
                json.Raw((byte)',');
            using var result = renderer?.RenderOne(written[i].Plan!, written[i].Rows!, baseUrl)
                ?? RenderAction(written[i].Plan!.Rows.Root!.Definition.Type, written[i].Id);
            json.Append(result);
        }
        json.Raw("]}"u8);
        return json;
    }

    /// <summary><c>{"data":{"id":…,"type":…},"meta":{}}</c>: an action leaves nothing that could be read.</summary>
    public static JsonBuffer RenderAction(string type, Guid id)
    {
        var json = new JsonBuffer(256);
        json.Raw("{\"data\":{\"id\":"u8);
        json.String(id.ToString("D"));
        json.Raw(",\"type\":"u8);
        json.String(type);
        json.Raw("},\"meta\":{}}"u8);
        return json;
    }
}
