using Api.Favourites;
using Api.Http;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace Api.Endpoints;

/// <summary>The parameters of a request to the favourites API: those of its URL and, of a write, those of its body.</summary>
internal static class ParameterReader
{
    /// <summary>The parameters of the URL.</summary>
    internal static Result<Parameters> ReadQuery(HttpContext http) =>
        FlatParameterParser.ParseQuery(http.Request.QueryString.Value!).Map(query => new Parameters(query));

    /// <summary>The bytes of a form or JSON body; an error where the body is of another type.</summary>
    internal static async ValueTask<Result<ReadOnlyMemory<byte>>> ReadBodyAsync(HttpContext http)
    {
        var type = http.Request.ContentType;
        if (!string.IsNullOrEmpty(type) && HalMediaTypes.IsForm(type) is null)
            return Unsupported(type);
        var bytes = await BodyReader.ReadAllAsync(http);
        return bytes.Length > 0 && string.IsNullOrEmpty(type) ? Unsupported("") : bytes;
    }

    /// <summary>The parameters of the URL and of a body that has been read.</summary>
    internal static Result<Parameters> Parse(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var query = FlatParameterParser.ParseQuery(http.Request.QueryString.Value!);
        var parsed = HalMediaTypes.IsForm(http.Request.ContentType) is true
            ? FlatParameterParser.ParseForm(body.Span)
            : FlatParameterParser.ParseJson(body);
        return query.TryGet(out var inUrl) && parsed.TryGet(out var inBody)
            ? new Parameters([.. inUrl, .. inBody])
            : (List<RequestError>)[.. parsed.Errors, .. query.Errors];
    }

    private static RequestError Unsupported(string type) =>
        new(ErrorCodes.UnsupportedMediaType, $"The requested content-type '{type}' is not supported.");
}
