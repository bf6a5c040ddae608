namespace Api.Setup;

/// <summary>The section <c>Demo</c>: <c>Enabled</c> (default true) and <c>Token</c> (a fixed one instead of a random one).</summary>
internal sealed record DemoSettings(bool Enabled, string? Token)
{
    internal static DemoSettings From(IConfiguration configuration)
    {
        var demo = configuration.GetSection("Demo");
        return new DemoSettings(demo.GetValue("Enabled", true), demo["Token"] is { Length: > 0 } token ? token : null);
    }
}
