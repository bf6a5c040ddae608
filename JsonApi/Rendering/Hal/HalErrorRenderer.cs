using JsonApi.Errors;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.Hal;

/// <summary>
/// Errors to the error document of the favourites API: <c>{"type","message"}</c>. Errors in parameters are listed by parameter in
/// <c>detail</c>; of other errors, which go before, the first is returned.
/// </summary>
public sealed class HalErrorRenderer : IErrorRenderer
{
    private const int BadRequest = 400;

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
        var other = errors.FirstOrDefault(error => error.Parameter is null && (parameters.Count == 0 || error.Code.Status > BadRequest));
        // The documented answer to a body of another media type has a shape of its own.
        if (errors[0].Code == ErrorCodes.UnsupportedMediaType)
            document.Text("error", errors[0].Detail);
        else if (other is not null)
            document.Text("type", Type(other)).Text("message", other.Detail);
        else
            WriteParameters(document, parameters);
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
        var sentences = errors.Select(error => error.Detail.TrimEnd('.')).Distinct();
        document.Text("type", "param_error").Text("message", string.Join(", ", sentences) + ".").Open("detail");
        foreach (var ofOne in errors.GroupBy(error => error.Parameter!))
        {
            document.OpenArray(ofOne.Key);
            foreach (var message in ofOne.Select(Message).Distinct())
                document.Text(null, message);
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
