using System.Text.RegularExpressions;

namespace Api.Commands;

/// <summary>
/// The words and options behind a command: <c>--name value</c> or <c>--name=value</c>, each at most once, in any order.
/// </summary>
internal sealed partial class CommandArguments
{
    private const int MaxText = 1_000;

    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly string _usage;

    internal CommandArguments(IReadOnlyList<string> args, string usage, params string[] known)
    {
        _usage = usage;
        for (var index = 0; index < args.Count; index++)
        {
            if (args[index] is "--help" or "-h")
                HelpAsked = true;
            else if (args[index].StartsWith("--", StringComparison.Ordinal))
                ReadOption(args, ref index, known);
            else
                Words.Add(args[index]);
        }
    }

    internal bool HelpAsked { get; }

    /// <summary>What is not an option.</summary>
    internal List<string> Words { get; } = [];

    internal string? Option(string name) => _options.GetValueOrDefault(name);

    /// <summary>The company, as a name that can stand in a host name.</summary>
    internal string Company()
    {
        var slug = Option("--company") ?? throw Wrong("--company SLUG is missing");
        return CompanySlug().IsMatch(slug)
            ? slug
            : throw Wrong($"--company \"{slug}\": a company's slug is made of lower-case letters, digits and inner hyphens, 63 at most");
    }

    /// <summary>An option that has to be given, at most as long as names may be.</summary>
    internal string Required(string option, string placeholder)
    {
        var value = Option(option) ?? throw Wrong($"{option} {placeholder} is missing");
        return value.Length <= MaxText ? value : throw Wrong($"{option} is longer than {MaxText} characters");
    }

    /// <summary>A command that takes options alone.</summary>
    internal void RefuseWords()
    {
        if (Words.Count > 0)
            throw Wrong($"\"{Words[0]}\" is one word too many");
    }

    internal UsageException Wrong(string message) => new(message, _usage);

    private void ReadOption(IReadOnlyList<string> args, ref int index, string[] known)
    {
        var parts = args[index].Split('=', 2);
        if (!known.Contains(parts[0]))
            throw Wrong($"{parts[0]} is not an option here");
        if (parts.Length == 1 && index + 1 == args.Count)
            throw Wrong($"{parts[0]} needs a value");
        var value = parts.Length == 2 ? parts[1] : args[++index];
        if (string.IsNullOrWhiteSpace(value) || (parts.Length == 1 && value.StartsWith("--", StringComparison.Ordinal)))
            throw Wrong($"{parts[0]} needs a value");
        if (!_options.TryAdd(parts[0], value))
            throw Wrong($"{parts[0]} is given twice");
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CompanySlug();
}

/// <summary>The command line is not as it must be; shown with the usage of the command it was meant for.</summary>
internal sealed class UsageException(string message, string? usage = null) : Exception(message)
{
    internal string? Usage => usage;
}
