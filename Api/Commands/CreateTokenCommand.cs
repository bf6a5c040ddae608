using System.Globalization;
using Api.Security;
using Api.Setup;
using Domain.Companies;
using JsonApi.Definitions;
using Persistence.Connections;

namespace Api.Commands;

/// <summary><c>tokens create --company SLUG [--name NAME] [--scopes read,write] [--expires TIME]</c></summary>
internal sealed class CreateTokenCommand(TextWriter output, TextWriter errors, Func<CatalogDatabase> openCatalog)
{
    internal const string Usage = """
        tokens create --company SLUG [--name NAME] [--scopes read,write] [--expires TIME]

        Makes an access token for a company. The token is printed once, alone on standard output; only its
        hash is kept, so it cannot be shown again.

          --company SLUG   a company of the catalogue
          --name NAME      what the token is for, by default "command line"
          --scopes LIST    read, write or read,write; by default both
          --expires TIME   when it becomes invalid, such as 2030-12-31 or 2030-12-31T18:00:00+01:00;
                           UTC where no offset is given; by default never

        Exit code: 0 made; 1 there is no such company; 2 wrong usage.
        """;

    private const int MaxName = 1_000;

    internal int Run(CommandArguments arguments)
    {
        var slug = arguments.Company();
        var name = Name(arguments, slug);
        var scopes = Scopes(arguments);
        var expires = Expires(arguments);
        var database = openCatalog();
        database.Migrate();
        using var context = database.CreateContext();
        if (context.FindCompany(database, slug, errors) is not { } company)
            return CommandLine.Failure;
        var token = AccessTokens.Create();
        context.AccessTokens.Add(new AccessToken
        {
            Hash = AccessTokens.Hash(token),
            CompanyId = company.Id,
            Name = name,
            Scopes = scopes,
            CreatedAt = WireText.Now(TimeProvider.System),
            ExpiresAt = expires,
        });
        context.SaveChanges();
        errors.WriteLine($"A token for the company \"{slug}\" ({WireText.Write(company.Id)}), shown this once:");
        output.WriteLine(token);
        return CommandLine.Success;
    }

    private static string Name(CommandArguments arguments, string company)
    {
        var name = arguments.Option("--name") ?? "command line";
        if (name.Length > MaxName)
            throw arguments.Wrong($"--name is longer than {MaxName} characters");
        // The server makes and revokes the tokens of that name by itself.
        if (company == DemoCompany.Slug && name == DemoCompany.TokenName)
            throw arguments.Wrong($"--name \"{name}\" is kept for the demo's own token");
        return name;
    }

    private static DateTimeOffset? Expires(CommandArguments arguments)
    {
        if (arguments.Option("--expires") is not { } text)
            return null;
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, utc, out var time))
            throw arguments.Wrong($"--expires \"{text}\" is not a time such as 2030-12-31 or 2030-12-31T18:00:00+01:00");
        return time > TimeProvider.System.GetUtcNow() ? time : throw arguments.Wrong($"--expires \"{text}\" is not in the future");
    }

    private static TokenScopes Scopes(CommandArguments arguments)
    {
        var scopes = TokenScopes.None;
        foreach (var word in (arguments.Option("--scopes") ?? "read,write").Split(',', StringSplitOptions.TrimEntries))
            scopes |= word switch
            {
                "read" => TokenScopes.Read,
                "write" => TokenScopes.Write,
                _ => throw arguments.Wrong($"--scopes \"{word}\" is neither read nor write"),
            };
        return scopes;
    }
}
