using System.CommandLine;

namespace Api.Commands;

/// <summary>A command with the text that its help and its errors show.</summary>
internal sealed class CatalogCommand : Command
{
    internal CatalogCommand(string name, string usage, Func<CommandArguments, int> run, params string[] symbols)
        : base(name)
    {
        Usage = usage;
        foreach (var symbol in symbols)
            if (symbol == "--all")
                Options.Add(new Option<bool>(symbol) { Arity = ArgumentArity.Zero });
            else if (symbol.StartsWith("--", StringComparison.Ordinal))
                Options.Add(new Option<string>(symbol));
            else
                Arguments.Add(new Argument<string>(symbol));
        SetAction(parsed => run(new CommandArguments(parsed, usage)));
    }

    internal string Usage { get; }
}
