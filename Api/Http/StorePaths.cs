namespace Api.Http;

/// <summary>The paths of the store API.</summary>
internal static class StorePaths
{
    /// <summary>Both name the same endpoints.</summary>
    internal static readonly string[] Prefixes = ["/api/boomerang", "/api/4"];

    internal static readonly string[] Operations = [.. Prefixes.Select(prefix => $"{prefix}/operations")];

    /// <summary>Whether a path is that of operations, of the resource and of the extension for atomic operations.</summary>
    internal static bool IsOperations(string path) => Operations.Contains(path.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a request has atomic operations: its body announces them. Any other body creates a resource.</summary>
    internal static bool AreAtomic(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && IsOperations(request.Path.Value!) && MediaTypes.IsReadable(request.ContentType, MediaTypes.Atomic);
}
