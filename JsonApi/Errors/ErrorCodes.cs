namespace JsonApi.Errors;

/// <summary>One kind of error a client can meet: its stable code, its HTTP status and its title.</summary>
/// <param name="Code">Stable machine-readable code, the <c>code</c> member of an error object.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">Short summary, the same for every occurrence.</param>
public sealed record ErrorCode(string Code, int Status, string Title);

/// <summary>The closed catalogue of errors; <c>docs/errors.md</c> lists exactly these.</summary>
public static class ErrorCodes
{
    /// <summary>A query or a body that cannot be understood.</summary>
    public static readonly ErrorCode BadRequest = new("bad_request", 400, "Request Error");

    /// <summary>No token, or a wrong, expired or revoked one.</summary>
    public static readonly ErrorCode Unauthorized = new("unauthorized", 401, "Unauthorized");

    /// <summary>A known caller who may not do this.</summary>
    public static readonly ErrorCode Forbidden = new("forbidden", 403, "Forbidden");

    /// <summary>An unknown id or path.</summary>
    public static readonly ErrorCode NotFound = new("resources_not_found", 404, "Resource(s) not found");

    /// <summary>A method that the path does not have; the Allow header lists those it has.</summary>
    public static readonly ErrorCode MethodNotAllowed = new("method_not_allowed", 405, "Method Not Allowed");

    /// <summary>An Accept header that accepts neither JSON:API nor JSON.</summary>
    public static readonly ErrorCode NotAcceptable = new("not_acceptable", 406, "Not Acceptable");

    /// <summary>The body's type or id does not match the endpoint.</summary>
    public static readonly ErrorCode Conflict = new("conflict", 409, "Conflict");

    /// <summary>An If-Match that does not match the present state of the resource.</summary>
    public static readonly ErrorCode PreconditionFailed = new("precondition_failed", 412, "Precondition Failed");

    /// <summary>A body over the size limit.</summary>
    public static readonly ErrorCode PayloadTooLarge = new("payload_too_large", 413, "Payload Too Large");

    /// <summary>A URL over the length limit.</summary>
    public static readonly ErrorCode UriTooLong = new("uri_too_long", 414, "URI Too Long");

    /// <summary>A body whose media type is not served.</summary>
    public static readonly ErrorCode UnsupportedMediaType = new("unsupported_media_type", 415, "Unsupported Media Type");

    /// <summary>A well-formed request that breaks a rule of the resource.</summary>
    public static readonly ErrorCode Unprocessable = new("unprocessable_entity", 422, "Validation Error");

    /// <summary>Too many requests; Retry-After says when to try again.</summary>
    public static readonly ErrorCode TooManyRequests = new("too_many_requests", 429, "Too Many Requests");

    /// <summary>An error of the server; the log has it under the request id.</summary>
    public static readonly ErrorCode InternalServerError = new("internal_server_error", 500, "Internal Server Error");

    /// <summary>The database is busy or unavailable; Retry-After says when to try again.</summary>
    public static readonly ErrorCode ServiceUnavailable = new("service_unavailable", 503, "Service Unavailable");

    /// <summary>Every code, in the order of status.</summary>
    public static readonly IReadOnlyList<ErrorCode> All =
    [
        BadRequest, Unauthorized, Forbidden, NotFound, MethodNotAllowed, NotAcceptable, Conflict, PreconditionFailed,
        PayloadTooLarge, UriTooLong, UnsupportedMediaType, Unprocessable, TooManyRequests, InternalServerError, ServiceUnavailable,
    ];
}
