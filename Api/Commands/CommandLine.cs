using System.CommandLine;
using Api.Setup;
using Persistence.Connections;

namespace Api.Commands;

/// <summary>
/// The commands of the program. The first word tells a command from the server's own settings, which begin with a dash
/// or hold an equals sign.
/// </summary>
internal sealed class CommandLine(TextReader input, TextWriter output, TextWriter errors, Func<CatalogDatabase> openCatalog)
{
    internal const int Success = 0;
    internal const int Failure = 1;
    internal const int WrongUsage = 2;
    internal const int RowsRefused = 3;

    private const string Help = "--help";

    internal const string Usage = """
        Without a command the server starts. Commands:

          import tate FOLDER --company SLUG [--name NAME]
              Load a folder of Tate CSV files into an empty company.
          companies create --slug SLUG --name NAME | companies list
              Make an empty company; list all companies.
          tokens create --company SLUG [--name NAME] [--scopes read,write] [--expires TIME]
              Make an access token for a company and show it once.
          tokens list --company SLUG
              List the access tokens of a company by their ids.
          tokens revoke --company SLUG (--id ID | --all)
              Make tokens invalid at once.
          tokens rotate --company SLUG --id ID
              Replace a token with a new one that allows the same.
          users create --company SLUG --name NAME --email ADDRESS [--password -]
              Make a user of the favourites API.
          clients create --company SLUG --name NAME
              Make an application of the favourites API and show its secret once.

        COMMAND --help tells more about one of them.
        """;

    /// <summary>The exit code of the command that was run, or null where the arguments are none and the server is to start.</summary>
    internal static int? Run(string[] args) => new CommandLine(Console.In, Console.Out, Console.Error, OpenCatalog).Dispatch(args);

    internal int? Dispatch(string[] args)
    {
        if (args is ["--help" or "-h" or "help", ..])
            return Show(output, Usage, Success);
        if (args.Length == 0 || args[0].StartsWith('-') || args[0].StartsWith('/') || args[0].Contains('='))
            return ServerArguments.FindUnknown(args) is { } unknown ? Show(errors, $"error: {unknown}\n\n{Usage}", WrongUsage) : null;
        try
        {
            return RunCommand(args);
        }
        catch (UsageException problem)
        {
            return Show(errors, $"error: {problem.Message}\n\n{problem.Usage ?? Usage}", WrongUsage);
        }
        catch (Exception problem) when (problem is StoreException or IOException or UnauthorizedAccessException)
        {
            return Show(errors, $"error: {problem.Message}", Failure);
        }
    }

    private int RunCommand(string[] args)
    {
        var commands = Commands();
        if (commands.Subcommands.All(command => command.Name != args[0]))
            throw NoCommand(commands, args);
        // Without response files: an argument that begins with @ is text like any other.
        var parsed = commands.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        var command = parsed.CommandResult.Command;
        if (parsed.GetValue<bool>(Help))
            return Show(output, (command as CatalogCommand ?? command.Subcommands.OfType<CatalogCommand>().FirstOrDefault())?.Usage ?? Usage, Success);
        if (command is not CatalogCommand known)
            throw NoCommand(command, args);
        new CommandArguments(parsed, known.Usage).Check();
        return parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
    }

    private RootCommand Commands()
    {
        var root = new RootCommand
        {
            new Command("import")
            {
                new CatalogCommand("tate", ImportTateCommand.Usage, new ImportTateCommand(output, errors, openCatalog).Run, "FOLDER", "--company", "--name"),
            },
            new Command("tokens")
            {
                new CatalogCommand("create", CreateTokenCommand.Usage, new CreateTokenCommand(output, errors, openCatalog).Run, "--company", "--name", "--scopes", "--expires"),
                new CatalogCommand("list", TokenCommands.ListUsage, new TokenCommands(output, errors, openCatalog).List, "--company"),
                new CatalogCommand("revoke", TokenCommands.RevokeUsage, new TokenCommands(output, errors, openCatalog).Revoke, "--company", "--id", "--all"),
                new CatalogCommand("rotate", TokenCommands.RotateUsage, new TokenCommands(output, errors, openCatalog).Rotate, "--company", "--id"),
            },
            new Command("companies")
            {
                new CatalogCommand("create", CompanyCommands.CreateUsage, new CompanyCommands(output, errors, openCatalog).Create, "--slug", "--name"),
                new CatalogCommand("list", CompanyCommands.ListUsage, new CompanyCommands(output, errors, openCatalog).List),
            },
            new Command("users")
            {
                new CatalogCommand(
                    "create", CreateUserCommand.Usage, new CreateUserCommand(input, output, errors, openCatalog).Run, "--company", "--name", "--email", "--password"),
            },
            new Command("clients")
            {
                new CatalogCommand("create", CreateClientCommand.Usage, new CreateClientCommand(output, errors, openCatalog).Run, "--company", "--name"),
            },
        };
        root.Directives.Clear();
        root.Options.Clear();
        root.Options.Add(new Option<bool>(Help, "-h") { Recursive = true });
        return root;
    }

    private static UsageException NoCommand(Command parent, string[] args)
    {
        if (parent.Name == "import")
            return new UsageException("import needs a format: import tate FOLDER --company SLUG");
        var isTop = parent is RootCommand;
        var nearest = NearestWord.Find(args[isTop ? 0 : Math.Min(1, args.Length - 1)], parent.Subcommands.Select(command => command.Name));
        return new UsageException(
            $"\"{string.Join(' ', args.Take(isTop ? 1 : 2))}\" is not a command{(nearest is null ? "" : $"; did you mean {(isTop ? "" : parent.Name + " ")}{nearest}?")}");
    }

    private static CatalogDatabase OpenCatalog() => CatalogSettings.Database(WebApplication.CreateBuilder([]).Configuration);

    private static int Show(TextWriter writer, string text, int exitCode)
    {
        writer.WriteLine(text);
        return exitCode;
    }
}
