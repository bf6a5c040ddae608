using Api.Favourites;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace Api.Http;

/// <summary>The parameters of a request to the favourites API: of its URL and, where something is written, of its body.</summary>
internal static class ParameterReader
{
    internal static async ValueTask<Result<Parameters>> ReadAsync(HttpContext http)
    {
        var request = http.Request;
        var query = FlatParameterParser.ParseQuery(request.QueryString.Value!);
        if (!HttpMethods.IsPost(request.Method) && !HttpMethods.IsPut(request.Method) && !HttpMethods.IsPatch(request.Method))
            return query.TryGet(out var all) ? new Parameters(all) : query.As<Parameters>();
        var body = await ReadBodyAsync(http);
        return query.TryGet(out var inUrl) && body.TryGet(out var inBody)
            ? new Parameters([.. inUrl, .. inBody])
            : (List<RequestError>)[.. body.Errors, .. query.Errors];
    }

    private static async ValueTask<Result<List<FlatParameter>>> ReadBodyAsync(HttpContext http)
    {
        var type = http.Request.ContentType;
        var isForm = HalMediaTypes.IsForm(type);
        if (isForm is null && !string.IsNullOrEmpty(type))
            return Unsupported(type);
        var bytes = await BodyReader.ReadAllAsync(http);
        return isForm switch
        {
            true => FlatParameterParser.ParseForm(bytes.Span),
            false => FlatParameterParser.ParseJson(bytes),
            null when bytes.Length > 0 => Unsupported(""),
            null => new List<FlatParameter>(),
        };
    }

    private static RequestError Unsupported(string type) =>
        new(ErrorCodes.UnsupportedMediaType, $"The requested content-type '{type}' is not supported.");
}
