namespace Api.Setup;

/// <summary>
/// The section <c>Demo</c>: <c>Enabled</c> (default true), <c>Token</c> for the store API and <c>UserToken</c> for the favourites API
/// (fixed ones instead of random ones).
/// </summary>
internal sealed record DemoSettings(bool Enabled, string? Token, string? UserToken = null)
{
    internal static DemoSettings From(IConfiguration configuration)
    {
        var demo = configuration.GetSection("Demo");
        return new DemoSettings(demo.GetValue("Enabled", true), Given("Token"), Given("UserToken"));

        string? Given(string name) => demo[name] is { Length: > 0 } value ? value : null;
    }
}
