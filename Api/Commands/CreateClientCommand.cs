using System.Security.Cryptography;
using Api.Security;
using Domain.Favourites;
using JsonApi.Definitions;
using Persistence.Connections;

namespace Api.Commands;

/// <summary><c>clients create --company SLUG --name NAME</c></summary>
internal sealed class CreateClientCommand(TextWriter output, TextWriter errors, Func<CatalogDatabase> openCatalog)
{
    internal const string Usage = """
        clients create --company SLUG --name NAME

        Makes an application of a company: what its users log in with. Its client_id and client_secret are
        printed on standard output, a line each; of the secret only the hash is kept, so it cannot be shown again.

          --company SLUG   a company of the catalogue
          --name NAME      what the application is called

        Exit code: 0 made; 1 there is no such company; 2 wrong usage.
        """;

    private const int ClientIdBytes = 10;

    internal int Run(CommandArguments arguments)
    {
        var (slug, name) = (arguments.Company(), arguments.Required("--name", "NAME"));
        var database = openCatalog();
        database.Migrate();
        using var context = database.CreateContext();
        if (context.FindCompany(database, slug, errors) is not { } company)
            return CommandLine.Failure;
        var clientId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(ClientIdBytes));
        var secret = AccessTokens.Create();
        context.Applications.Add(new Application
        {
            CompanyId = company.Id,
            ClientId = clientId,
            SecretHash = AccessTokens.Hash(secret),
            Name = name,
            CreatedAt = WireText.Now(TimeProvider.System),
        });
        context.SaveChanges();
        errors.WriteLine($"An application \"{name}\" of the company \"{slug}\"; the secret is shown this once:");
        output.WriteLine($"client_id {clientId}");
        output.WriteLine($"client_secret {secret}");
        return CommandLine.Success;
    }
}
