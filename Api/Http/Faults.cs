using JsonApi.Errors;
using Microsoft.AspNetCore.Http.Features;
using Persistence;

namespace Api.Http;

/// <summary>What went wrong on our side, or was refused by the server beneath, as an error to answer with.</summary>
internal static class Faults
{
    internal static RequestError Describe(HttpContext http, Exception fault, string requestId, ILogger log)
    {
        switch (fault)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                // The HTTP server's own refusal does not tell the limit.
                var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? BodyReader.MaxBytes;
                return new RequestError(ErrorCodes.PayloadTooLarge, $"The body is larger than {limit} bytes.");
            case BadHttpRequestException bad:
                return new RequestError(ErrorCodes.BadRequest, bad.Message);
            case QueryTooLongException:
                http.Response.Headers.RetryAfter = "60";
                return new RequestError(ErrorCodes.ServiceUnavailable, "The query takes too long; narrow it down with filters, or sort by an attribute of the resource itself.");
            case StoreUnavailableException:
                log.LogWarning(fault, "Request {RequestId}: the database is busy or away", requestId);
                http.Response.Headers.RetryAfter = "1";
                return new RequestError(ErrorCodes.ServiceUnavailable, "The database is busy; try again in a second.");
            default:
                log.LogError(fault, "Request {RequestId} failed", requestId);
                return new RequestError(ErrorCodes.InternalServerError, $"Something went wrong here; request {requestId} is in the log.");
        }
    }

    /// <summary>Whether the caller went away; there is nobody to answer.</summary>
    internal static bool IsAbandoned(HttpContext http, Exception fault) =>
        fault is OperationCanceledException or QueryTooLongException && http.RequestAborted.IsCancellationRequested;
}
