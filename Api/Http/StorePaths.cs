namespace Api.Http;

/// <summary>The paths of the store API.</summary>
internal static class StorePaths
{
    /// <summary>Both name the same endpoints.</summary>
    internal static readonly string[] Prefixes = ["/api/boomerang", "/api/4"];

    internal static readonly string[] Operations = [.. Prefixes.Select(prefix => $"{prefix}/operations")];

    /// <summary>Whether a path is that of operations, whose media types differ and are negotiated before the path is routed.</summary>
    internal static bool IsOperations(string path) => Operations.Contains(path.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);
}
