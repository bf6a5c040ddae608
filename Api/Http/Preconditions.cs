using JsonApi.Errors;

namespace Api.Http;

/// <summary>Conditions on the state that a write starts from.</summary>
internal static class Preconditions
{
    /// <summary>A condition on one resource cannot be met where none is addressed, and who sends it relies on it.</summary>
    internal static void Refuse(HttpContext http, List<RequestError> errors)
    {
        if (http.Request.Headers.IfMatch.Count > 0)
            errors.Add(new RequestError(ErrorCodes.BadRequest, "If-Match is about one resource that is there: it can be sent with PUT, PATCH and DELETE of a resource alone."));
    }
}
