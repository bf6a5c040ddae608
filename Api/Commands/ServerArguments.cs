namespace Api.Commands;

/// <summary>The server's own arguments: the host takes any, so a mistyped one would be ignored in silence.</summary>
internal static class ServerArguments
{
    /// <summary>Settings without a section that the host knows.</summary>
    private static readonly string[] Known =
        ["urls", "PublicUrl", "http_ports", "https_ports", "environment", "contentRoot", "webRoot", "applicationName"];

    /// <summary>The first argument that sets nothing, or null.</summary>
    internal static string? FindUnknown(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var argument = args[i];
            var name = argument.TrimStart('-', '/');
            var equals = name.IndexOf('=');
            if (equals >= 0)
                name = name[..equals];
            if (name.Length == argument.Length && equals < 0)
                return argument;
            if (!name.Contains(':') && !Known.Contains(name, StringComparer.OrdinalIgnoreCase))
                return argument;
            // "--urls http://localhost:8080": the value stands in the next argument.
            if (equals < 0)
                i++;
        }
        return null;
    }
}
