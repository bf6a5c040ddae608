namespace Api.Http;

/// <summary>
/// The setting <c>Cors:Origins</c>: the pages of which origins may read answers. Tokens are sent in headers and never by the browser itself, so
/// <c>*</c> is safe.
/// </summary>
internal static class CorsSetup
{
    private const string Any = "*";

    /// <summary>Headers of answers that a page may read besides those it always may.</summary>
    private static readonly string[] Exposed =
    [
        "Allow", "ETag", "Location", "Retry-After", "Server-Timing", "WWW-Authenticate",
        "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Period", "X-Request-Id",
    ];

    private static readonly TimeSpan PreflightAge = TimeSpan.FromMinutes(10);

    /// <summary>Answers preflights, before anybody is authenticated, and adds headers for pages of the allowed origins.</summary>
    internal static void UseCorsOfSettings(this WebApplication app)
    {
        var origins = (app.Configuration["Cors:Origins"] ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (origins.Length == 0)
            return;
        foreach (var origin in origins)
            if (origin != Any && !IsOrigin(origin))
                throw new FormatException($"Cors:Origins should be * or origins such as https://shop.example.com, separated by semicolons; '{origin}' is none.");
        var allowsAny = origins.Contains(Any);
        if (!allowsAny)
            app.Use(VaryByOrigin);
        app.UseCors(policy => (allowsAny ? policy.AllowAnyOrigin() : policy.WithOrigins(origins))
            .AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(Exposed).SetPreflightMaxAge(PreflightAge));
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && text.Equals(url.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    /// <summary>An answer to a request without an origin, too, is not to be given to one with an origin.</summary>
    private static Task VaryByOrigin(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                if (!headers.GetCommaSeparatedValues("Vary").Contains("Origin"))
                    headers.Vary = string.Join(", ", [.. headers.Vary, "Origin"]);
                return Task.CompletedTask;
            },
            http);
        return next(http);
    }
}
