using JsonApi.Errors;

namespace JsonApi.Rendering;

/// <summary>The port to a format of error documents. Both methods take the errors of one request, at least one.</summary>
public interface IErrorRenderer
{
    /// <summary>The document, as bytes.</summary>
    byte[] Render(IReadOnlyList<RequestError> errors);

    /// <summary>The HTTP status of the response: the highest of the errors, in the API's own numbers.</summary>
    int Status(IReadOnlyList<RequestError> errors);
}
