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

    internal const string Usage = """
        Without a command the server starts. Commands:

          import tate FOLDER --company SLUG [--name NAME]
              Load a folder of Tate CSV files into an empty company.
          tokens create --company SLUG [--name NAME] [--scopes read,write]
              Make an access token for a company and show it once.
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
            return ServerArguments.FindUnknown(args) is { } unknown
                ? Show(errors, $"error: \"{unknown}\" is not a setting; settings are --urls and those with a colon, such as --Demo:Enabled=false\n\n{Usage}", WrongUsage)
                : null;
        try
        {
            return args switch
            {
                ["import", "tate", .. var rest] => new ImportTateCommand(output, errors, openCatalog).Run(rest),
                ["tokens", "create", .. var rest] => new CreateTokenCommand(output, errors, openCatalog).Run(rest),
                ["users", "create", .. var rest] => new CreateUserCommand(input, output, errors, openCatalog).Run(rest),
                ["clients", "create", .. var rest] => new CreateClientCommand(output, errors, openCatalog).Run(rest),
                ["import", "--help" or "-h"] => Show(output, ImportTateCommand.Usage, Success),
                ["tokens", "--help" or "-h"] => Show(output, CreateTokenCommand.Usage, Success),
                ["users", "--help" or "-h"] => Show(output, CreateUserCommand.Usage, Success),
                ["clients", "--help" or "-h"] => Show(output, CreateClientCommand.Usage, Success),
                ["import", ..] => throw new UsageException("import needs a format: import tate FOLDER --company SLUG"),
                ["tokens" or "users" or "clients", ..] => throw new UsageException($"\"{string.Join(' ', args.Take(2))}\" is not a command"),
                _ => throw new UsageException($"\"{args[0]}\" is not a command"),
            };
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

    private static CatalogDatabase OpenCatalog() => CatalogSettings.Database(WebApplication.CreateBuilder([]).Configuration);

    private static int Show(TextWriter writer, string text, int exitCode)
    {
        writer.WriteLine(text);
        return exitCode;
    }
}
