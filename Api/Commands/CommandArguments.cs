using System.CommandLine;
using System.Text.RegularExpressions;

namespace Api.Commands;

/// <summary>The values of a parsed command; what is wrong with them is shown with the usage of that command.</summary>
internal sealed partial class CommandArguments(ParseResult parsed, string usage)
{
    private const int MaxText = 1_000;

    /// <summary>The value of an argument, such as <c>FOLDER</c>.</summary>
    internal string Argument(string name) => parsed.GetRequiredValue<string>(name);

    internal string? Option(string name) => parsed.GetValue<string>(name);

    /// <summary>Whether an option without a value was given.</summary>
    internal bool Flag(string name) => parsed.GetValue<bool>(name);

    /// <summary>The company, as a name that a host name can contain.</summary>
    internal string Company(string option = "--company")
    {
        var slug = Option(option) ?? throw Wrong($"{option} SLUG is missing");
        return CompanySlug().IsMatch(slug)
            ? slug
            : throw Wrong($"{option} \"{slug}\": a company's slug is made of lower-case letters, digits and inner hyphens, 63 at most");
    }

    /// <summary>An option that has to be given, at most as long as names may be.</summary>
    internal string Required(string option, string placeholder)
    {
        var value = Option(option) ?? throw Wrong($"{option} {placeholder} is missing");
        return value.Length <= MaxText ? value : throw Wrong($"{option} is longer than {MaxText} characters");
    }

    internal UsageException Wrong(string message) => new(message, usage);

    /// <summary>Throws unless each option was given once with a value, each argument was given, and nothing else was.</summary>
    internal void Check()
    {
        var command = parsed.CommandResult.Command;
        foreach (var option in command.Options)
            CheckOption(option);
        foreach (var argument in command.Arguments)
            if (parsed.GetResult(argument)?.Tokens is [{ Value: var value }] && value.StartsWith("--", StringComparison.Ordinal))
                throw UnknownOption(value);
        if (parsed.UnmatchedTokens is [var unknown, ..])
            throw unknown.StartsWith("--", StringComparison.Ordinal) ? UnknownOption(unknown) : Wrong($"\"{unknown}\" is one word too many");
        foreach (var argument in command.Arguments)
            if (parsed.GetResult(argument)?.Tokens is not [_])
                throw Wrong($"{argument.Name} is missing");
        if (parsed.Errors is [var error, ..])
            throw Wrong(error.Message);
    }

    private void CheckOption(Option option)
    {
        if (parsed.GetResult(option) is not { Implicit: false } given)
            return;
        if (given.IdentifierTokenCount > 1)
            throw Wrong($"{option.Name} is given twice");
        if (option.Arity.MaximumNumberOfValues == 0)
            return;
        if (given.Tokens is not [{ Value: var value }] || string.IsNullOrWhiteSpace(value) || value.StartsWith("--", StringComparison.Ordinal))
            throw Wrong($"{option.Name} needs a value");
    }

    private UsageException UnknownOption(string text) => Wrong($"{text.Split('=')[0]} is not an option here");

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CompanySlug();
}
