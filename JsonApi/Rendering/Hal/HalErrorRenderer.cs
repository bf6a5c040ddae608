using JsonApi.Errors;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.Hal;

/// <summary>
/// Errors to the error document of the favourites API: <c>{"type","message","detail"}</c>. Errors in parameters are listed by parameter;
/// of other errors the first is returned.
/// </summary>
public sealed class HalErrorRenderer : IErrorRenderer
{
    /// <summary>It holds nothing, so one is enough.</summary>
    public static readonly HalErrorRenderer Instance = new();

    private HalErrorRenderer()
    {
    }

    /// <inheritdoc />
    public byte[] Render(IReadOnlyList<RequestError> errors)
    {
        using var buffer = new JsonBuffer(1024);
        var document = new HalWriter(buffer).Open();
        var parameters = errors.Where(error => error.Parameter is not null).ToList();
        // The documented answer to a body of another media type has a shape of its own.
        if (errors[0].Code == ErrorCodes.UnsupportedMediaType)
            document.Text("error", errors[0].Detail);
        else if (parameters.Count > 0)
            WriteParameters(document, parameters);
        else
            document.Text("type", Type(errors[0])).Text("message", errors[0].Detail).Open("detail").Close();
        document.Close();
        return buffer.Written.ToArray();
    }

    /// <inheritdoc />
    /// <remarks>As documented, 406 for a body that is not read, and 400 for every error in a value.</remarks>
    public int Status(IReadOnlyList<RequestError> errors) => errors.Max(error => error.Code.Status) switch
    {
        415 => 406,
        422 => 400,
        var status => status,
    };

    private static string Type(RequestError error) => error.Code.Status is 401 or 403 ? "auth_error" : "other_error";

    private static void WriteParameters(HalWriter document, List<RequestError> errors)
    {
        document.Text("type", "param_error").Text("message", string.Join("; ", errors.Select(error => error.Detail))).Open("detail");
        foreach (var ofOne in errors.GroupBy(error => error.Parameter!))
        {
            document.OpenArray(ofOne.Key);
            foreach (var error in ofOne)
                document.Text(null, Message(error));
            document.CloseArray();
        }
        document.Close();
    }

    /// <summary>The message without the parameter that it is listed under.</summary>
    private static string Message(RequestError error) =>
        error.Detail.StartsWith(error.Parameter + " ", StringComparison.Ordinal)
            ? error.Detail[(error.Parameter!.Length + 1)..]
            : error.Detail;
}
