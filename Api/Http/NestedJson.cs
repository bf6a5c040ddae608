namespace Api.Http;

/// <summary>The suffix <c>.json</c>, which asks any path of the store API for nested plain JSON; no id ends like it.</summary>
internal static class NestedJson
{
    private const string Suffix = ".json";

    internal static bool IsAskedAt(string path) => path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    internal static string WithoutSuffix(string path) => path[..^Suffix.Length];
}
