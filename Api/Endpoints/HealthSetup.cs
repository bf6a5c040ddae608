using Api.Health;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Api.Endpoints;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve requests, or what is wrong.</summary>
internal static class HealthSetup
{
    internal static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<CatalogHealth>();
        services.AddSingleton<ShutdownDelay>();
        services.AddHostedService(provider => provider.GetRequiredService<ShutdownDelay>());
        services.AddHealthChecks().AddCheck<CatalogHealth>("catalogue").AddCheck<ShutdownDelay>("server");
    }

    internal static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = report.Status == HealthStatus.Healthy ? "good" : "bad",
        problems = report.Entries.Values.Select(entry => entry.Description).OfType<string>(),
    });
}
