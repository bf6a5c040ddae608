using System.Net.Mail;
using Api.Security;
using JsonApi.Definitions;
using JsonApi.Planning;
using Persistence.Accounts;
using Persistence.Connections;
using Persistence.Transactions;

namespace Api.Commands;

/// <summary><c>users create --company SLUG --name NAME --email ADDRESS [--password -]</c></summary>
internal sealed class CreateUserCommand(TextReader input, TextWriter output, TextWriter errors, Func<CatalogDatabase> openCatalog)
{
    internal static readonly string Usage = $"""
        users create --company SLUG --name NAME --email ADDRESS [--password -]

        Makes a user of a company, who keeps favourites. The user's id is printed alone on standard output.

          --company SLUG    a company of the catalogue
          --name NAME       shown to others
          --email ADDRESS   to log in with; unique among the company's users, whatever its case
          --password -      reads the password, a line of {Passwords.MinLength} characters or more, from standard input, so that it
                            is in no history of commands; a user without a password cannot log in

        Exit code: 0 made; 1 there is no such company, or it has a user with this address; 2 wrong usage.
        """;

    internal int Run(CommandArguments arguments)
    {
        var slug = arguments.Company();
        var (name, email) = (arguments.Required("--name", "NAME"), Email(arguments));
        var hash = Password(arguments) is { } password ? new Passwords().Hash(password) : null;
        var database = openCatalog();
        database.Migrate();
        using var context = database.CreateContext();
        if (context.FindCompany(database, slug, errors) is not { } company)
            return CommandLine.Failure;
        using var connections = new ConnectionPool(database);
        var made = new TransactionRunner(connections, TimeProvider.System)
            .RunAsync(new TenantScope(company.Id), transaction => UserWrites.Create(transaction, new NewUser(name, email, hash)), CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
        if (!made.TryGet(out var id))
        {
            errors.WriteLine($"error: {made.Errors[0].Detail}");
            return CommandLine.Failure;
        }
        output.WriteLine(WireText.Write(id));
        return CommandLine.Success;
    }

    private static string Email(CommandArguments arguments)
    {
        var email = arguments.Required("--email", "ADDRESS");
        return MailAddress.TryCreate(email, out var address) && address.Address == email
            ? email
            : throw arguments.Wrong($"--email \"{email}\" is not an e-mail address");
    }

    private string? Password(CommandArguments arguments)
    {
        if (arguments.Option("--password") is not { } source)
            return null;
        if (source != "-")
            throw arguments.Wrong("a password is read from standard input: --password -");
        return input.ReadLine() is { Length: >= Passwords.MinLength and <= Passwords.MaxLength } password
            ? password
            : throw arguments.Wrong($"the password should be a line of {Passwords.MinLength} to {Passwords.MaxLength} characters on standard input");
    }
}
