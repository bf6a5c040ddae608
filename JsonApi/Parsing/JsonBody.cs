using System.Text.Json;
using System.Text.Unicode;
using JsonApi.Errors;

namespace JsonApi.Parsing;

/// <summary>Parses bodies as JSON: well-formed, of limited depth, without duplicate members, all text valid Unicode.</summary>
internal static class JsonBody
{
    /// <summary>The options for all JSON that clients write.</summary>
    internal static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Reads the body's root with a reader, which has to clone the elements that it keeps.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="expected">What is expected, for the error about an empty body.</param>
    /// <param name="read">The reader.</param>
    internal static Result<T> Read<T>(ReadOnlyMemory<byte> body, string expected, Func<JsonElement, Result<T>> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Options);
            if (body.Span.IndexOf("\\u"u8) >= 0 || !Utf8.IsValid(body.Span))
                ReadText(document.RootElement);
            return read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return RequestError.InBody("", body.Span.Trim(" \t\r\n"u8).IsEmpty
                ? $"The body is empty; {expected} was expected."
                : $"The body is not well-formed JSON, or nested more than {Options.MaxDepth} deep: {fault.Message}");
        }
        catch (InvalidOperationException)
        {
            return RequestError.InBody(
                "", "The body holds text that is not well-formed Unicode: a lone surrogate, or bytes that are not UTF-8.");
        }
    }

    /// <summary>Reads every text once: invalid Unicode throws here, and not later.</summary>
    private static void ReadText(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
            _ = element.GetString();
        else if (element.ValueKind == JsonValueKind.Array)
            foreach (var part in element.EnumerateArray())
                ReadText(part);
        else if (element.ValueKind == JsonValueKind.Object)
            foreach (var member in element.EnumerateObject())
            {
                _ = member.Name;
                ReadText(member.Value);
            }
    }
}
