using JsonApi.Errors;
using Microsoft.AspNetCore.Http.Features;
using Persistence.Connections;

namespace Api.Http;

/// <summary>Exceptions as errors to answer with.</summary>
internal static class Faults
{
    internal static RequestError Describe(HttpContext http, Exception fault, string requestId, ILogger log)
    {
        switch (fault)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                // The HTTP server's own error does not name the limit.
                var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? BodyReader.MaxBytes;
                return new RequestError(ErrorCodes.PayloadTooLarge, $"The body is larger than {limit} bytes.");
            case BadHttpRequestException bad:
                return new RequestError(ErrorCodes.BadRequest, bad.Message);
            case QueryTooLongException:
                const string TooLong = "The query takes too long; narrow it down with filters, or sort by an attribute of the resource itself.";
                return new RequestError(ErrorCodes.ServiceUnavailable, TooLong) { RetryAfter = TimeSpan.FromMinutes(1) };
            case WriteTooLongException write:
                return new RequestError(
                    ErrorCodes.ServiceUnavailable,
                    $"The write takes more than {write.Time.TotalSeconds} seconds and was undone: send less in one request, or use an operation.")
                {
                    RetryAfter = TimeSpan.FromMinutes(1),
                };
            case TooManyWaitingException:
                return new RequestError(ErrorCodes.TooManyRequests, $"{fault.Message}: send fewer at once.") { RetryAfter = TimeSpan.FromSeconds(1) };
            case StoreUnavailableException:
                log.LogWarning(fault, "Request {RequestId}: the database is busy or away", requestId);
                return new RequestError(ErrorCodes.ServiceUnavailable, "The database is busy; try again in a second.")
                {
                    RetryAfter = TimeSpan.FromSeconds(1),
                };
            default:
                log.LogError(fault, "Request {RequestId} failed", requestId);
                return new RequestError(ErrorCodes.InternalServerError, $"Something went wrong here; request {requestId} is in the log.");
        }
    }

    /// <summary>Whether the caller has gone, so that nobody reads an answer.</summary>
    internal static bool IsAbandoned(HttpContext http, Exception fault) =>
        fault is OperationCanceledException or QueryTooLongException && http.RequestAborted.IsCancellationRequested;
}
