namespace Api.Commands;

/// <summary>The server's own arguments. The host takes any, so a mistyped one would be ignored in silence.</summary>
internal static class ServerArguments
{
    /// <summary>Settings without a section that the host knows.</summary>
    private static readonly string[] Known =
        ["urls", "PublicUrl", "AllowedHosts", "BaseDomain", "http_ports", "https_ports", "environment", "contentRoot", "webRoot", "applicationName"];

    /// <summary>What is wrong with the first argument that sets nothing, or null.</summary>
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
                return Unknown(argument, name);
            if (!name.Contains(':') && !Known.Contains(name, StringComparer.OrdinalIgnoreCase))
                return Unknown(argument.Split('=')[0], name);
            // "--urls http://localhost:8080": the value is the next argument.
            if (equals < 0)
                i++;
        }
        return null;
    }

    private static string Unknown(string argument, string name) =>
        $"\"{argument}\" is not a setting; "
        + (NearestWord.Find(name, Known) is { } nearest ? $"did you mean --{nearest}? Settings" : "settings")
        + " are --urls and those with a colon, such as --Demo:Enabled=false";
}
