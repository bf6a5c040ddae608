using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using JsonApi.Errors;

namespace JsonApi.Rendering;

/// <summary>Mistakes to a JSON:API error document.</summary>
public static class ErrorRenderer
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All mistakes of one request, together.</summary>
    public static byte[] Render(IReadOnlyList<RequestError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteStartArray("errors");
        foreach (var error in errors)
            Write(json, error);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The status of a response that carries them: the highest, they seldom differ.</summary>
    public static int Status(IReadOnlyList<RequestError> errors) => errors.Max(error => error.Code.Status);

    private static void Write(Utf8JsonWriter json, RequestError error)
    {
        json.WriteStartObject();
        json.WriteString("code", error.Code.Code);
        json.WriteString("status", error.Code.Status.ToString(CultureInfo.InvariantCulture));
        json.WriteString("title", error.Code.Title);
        json.WriteString("detail", error.Detail);
        if (error.Parameter is not null || error.Pointer is not null)
        {
            json.WriteStartObject("source");
            if (error.Parameter is not null)
                json.WriteString("parameter", error.Parameter);
            else
                json.WriteString("pointer", error.Pointer);
            json.WriteEndObject();
        }
        if (error.Meta is { } meta)
        {
            json.WriteStartObject("meta");
            json.WriteString("attribute", meta.Attribute);
            json.WriteString("message", meta.Message);
            json.WriteString("code", meta.Code);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
