using System.Text;
using System.Text.Json;
using JsonApi.Errors;

namespace JsonApi.Parsing;

/// <summary>A parameter of a flat request: its text, or null for a null in a JSON body.</summary>
/// <param name="Name">The name, decoded.</param>
/// <param name="Value">The value; of a number or boolean in JSON, its text.</param>
/// <param name="InQuery">Whether it is in the URL, which is kept in logs.</param>
public readonly record struct FlatParameter(string Name, string? Value, bool InQuery);

/// <summary>Parses parameters without nesting, from a query string, a form body or a JSON object.</summary>
public static class FlatParameterParser
{
    private const int MaxParameters = 100;

    /// <summary>The members of a HAL document that are no values: clients send back documents that they read.</summary>
    private static readonly string[] Ignored = ["_links", "_embedded"];

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Parameters of a query string, its question mark allowed.</summary>
    public static Result<List<FlatParameter>> ParseQuery(string query) => ParseText(query.AsSpan().TrimStart('?'), inQuery: true);

    /// <summary>Parameters of a body of the media type <c>application/x-www-form-urlencoded</c>, in UTF-8.</summary>
    public static Result<List<FlatParameter>> ParseForm(ReadOnlySpan<byte> body)
    {
        try
        {
            return ParseText(StrictUtf8.GetString(body), inQuery: false);
        }
        catch (DecoderFallbackException)
        {
            return RequestError.InBody("", "The body is not UTF-8.");
        }
    }

    /// <summary>Parameters of a JSON object, which may be a HAL document; an empty body has none.</summary>
    public static Result<List<FlatParameter>> ParseJson(ReadOnlyMemory<byte> body) =>
        body.Span.Trim(" \t\r\n"u8).IsEmpty
            ? new List<FlatParameter>()
            : JsonBody.Read(body, "an object of parameters", ReadMembers);

    private static Result<List<FlatParameter>> ReadMembers(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return RequestError.InBody("", "The body should be a JSON object of parameters.");
        var parameters = new List<FlatParameter>();
        var errors = new List<RequestError>();
        foreach (var member in root.EnumerateObject())
            switch (member.Value.ValueKind)
            {
                case var _ when Ignored.Contains(member.Name):
                    break;
                case JsonValueKind.Object or JsonValueKind.Array:
                    errors.Add(RequestError.InQuery(member.Name, -1, $"{member.Name} must be a text, a number, true, false or null"));
                    break;
                case JsonValueKind.String:
                    parameters.Add(new FlatParameter(member.Name, member.Value.GetString(), false));
                    break;
                default:
                    var isNull = member.Value.ValueKind == JsonValueKind.Null;
                    parameters.Add(new FlatParameter(member.Name, isNull ? null : member.Value.GetRawText(), false));
                    break;
            }
        return errors.Count > 0 ? errors : Checked(parameters);
    }

    private static Result<List<FlatParameter>> ParseText(ReadOnlySpan<char> text, bool inQuery)
    {
        var parameters = new List<FlatParameter>();
        foreach (var range in text.Split('&'))
        {
            var pair = text[range];
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf('=');
            var key = equals < 0 ? pair : pair[..equals];
            var rawValue = equals < 0 ? [] : pair[(equals + 1)..];
            if (!PercentDecoder.TryDecode(key, out var name) || !PercentDecoder.TryDecode(rawValue, out var value))
                return new RequestError(
                    ErrorCodes.BadRequest, $"The parameter '{key}' is not well-formed: percent-encoded UTF-8 was expected.");
            parameters.Add(new FlatParameter(name, value, inQuery));
        }
        return Checked(parameters);
    }

    private static Result<List<FlatParameter>> Checked(List<FlatParameter> parameters)
    {
        if (parameters.Count > MaxParameters)
            return new RequestError(ErrorCodes.BadRequest, $"The request has more than {MaxParameters} parameters.");
        foreach (var parameter in parameters)
            if (parameter.Name.Contains('\0', StringComparison.Ordinal) || parameter.Value?.Contains('\0', StringComparison.Ordinal) == true)
                return new RequestError(ErrorCodes.BadRequest, "The request has a parameter with a NUL character.");
        return parameters;
    }
}
