using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using JsonApi.Errors;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.JsonApi;

/// <summary>Errors to a JSON:API error document.</summary>
public sealed class JsonApiErrorRenderer : IErrorRenderer
{
    /// <summary>More errors than anyone reads are counted, or a short query could ask for megabytes of them.</summary>
    private const int MaxErrors = 100;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>It holds nothing, so one is enough.</summary>
    public static readonly JsonApiErrorRenderer Instance = new();

    private JsonApiErrorRenderer()
    {
    }

    /// <inheritdoc />
    public byte[] Render(IReadOnlyList<RequestError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        json.WriteStartArray("errors");
        foreach (var error in errors.Take(MaxErrors))
            Write(json, error);
        if (errors.Count > MaxErrors)
            Write(json, new RequestError(errors[^1].Code, More(errors.Count)));
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <inheritdoc />
    public int Status(IReadOnlyList<RequestError> errors) => errors.Max(error => error.Code.Status);

    private static string More(int count) =>
        $"The request has {(count < ErrorList.MaxFound ? "" : "at least ")}{count - MaxErrors} more errors than are listed.";

    private static (string Kind, string Source)? Source(RequestError error) =>
        error.Parameter is { } parameter ? ("parameter", parameter)
        : error.Pointer is { } pointer ? ("pointer", pointer)
        : error.Header is { } header ? ("header", header)
        : null;

    private static void Write(Utf8JsonWriter json, RequestError error)
    {
        json.WriteStartObject();
        json.WriteString("code", error.Code.Code);
        json.WriteString("status", error.Code.Status.ToString(CultureInfo.InvariantCulture));
        json.WriteString("title", error.Code.Title);
        json.WriteString("detail", error.Detail);
        if (Source(error) is var (kind, source))
        {
            json.WriteStartObject("source");
            json.WriteString(kind, source);
            json.WriteEndObject();
        }
        if (error.Meta is not null || error.Operation is not null)
        {
            json.WriteStartObject("meta");
            if (error.Meta is { } meta)
            {
                json.WriteString("attribute", meta.Attribute);
                json.WriteString("message", meta.Message);
                json.WriteString("code", meta.Code);
            }
            if (error.Operation is { } operation)
                json.WriteNumber("operation", operation);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
