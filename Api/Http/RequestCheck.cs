namespace Api.Http;

/// <summary>What is checked of every request to either API, to files and to health checks, before anything else looks at it.</summary>
internal sealed class RequestCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        // Methods are case-sensitive (RFC 9110, 9.1), routes are not. And the HTTP server would send a body in answer to "head".
        if (http.Request.Method.AsSpan().ContainsAnyInRange('a', 'z'))
            http.Request.Method = $"'{http.Request.Method}'";
        return next(http);
    }
}
