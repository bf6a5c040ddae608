using Api.Security;
using Domain.Companies;
using JsonApi.Definitions;
using Persistence.Connections;
using Persistence.Model;

namespace Api.Commands;

/// <summary><c>tokens list</c>, <c>tokens revoke</c> and <c>tokens rotate</c></summary>
internal sealed class TokenCommands(TextWriter output, TextWriter errors, Func<CatalogDatabase> openCatalog)
{
    internal const string ListUsage = """
        tokens list --company SLUG

        Lists the access tokens of a company, a line each, separated by tabs: id, state (valid, expired or revoked),
        scopes, when it was created, when it expires (or -) and its name. The tokens themselves are not kept.

        Exit code: 0 listed; 1 there is no such company; 2 wrong usage.
        """;

    internal const string RevokeUsage = """
        tokens revoke --company SLUG (--id ID | --all)

        Makes one access token of a company invalid, or all of them: at once, in every running server. The ids of
        those that were valid are printed on standard output.

          --id ID   the token's id, as "tokens list" shows it
          --all     all tokens of the company

        Exit code: 0 revoked, also where it was before; 1 there is no such company or token; 2 wrong usage.
        """;

    internal const string RotateUsage = """
        tokens rotate --company SLUG --id ID

        Replaces an access token with a new one of the same name, scopes and expiry, and revokes the old one. The new
        token is printed once, alone on standard output.

          --id ID   the token's id, as "tokens list" shows it

        Exit code: 0 replaced; 1 there is no such company or token, or it is not valid any more; 2 wrong usage.
        """;

    /// <summary>As many digits of the hash as tell tokens apart; a hash reveals nothing of its token.</summary>
    private const int IdLength = 16;

    private readonly List<string> _lines = [];

    internal int List(CommandArguments arguments) => Run(arguments.Company(), (_, tokens, now) =>
    {
        foreach (var token in tokens)
        {
            var state = token.RevokedAt is not null ? "revoked" : token.ExpiresAt <= now ? "expired" : "valid";
            var scopes = token.Scopes.ToString().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
            _lines.Add(
                $"{Id(token)}\t{state}\t{scopes}\t{token.CreatedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}"
                + $"\t{token.ExpiresAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null) ?? "-"}\t{OneLine.Of(token.Name)}");
        }
        return CommandLine.Success;
    });

    internal int Revoke(CommandArguments arguments)
    {
        var (company, id, all) = (arguments.Company(), arguments.Option("--id"), arguments.Flag("--all"));
        if (id is null != all)
            throw arguments.Wrong("either --id ID or --all is needed");
        return Run(company, (_, tokens, now) =>
        {
            var chosen = all ? tokens : tokens.FindAll(token => Id(token) == id);
            if (id is not null && chosen.Count == 0)
                return NoToken(company, id);
            foreach (var token in chosen.Where(token => token.RevokedAt is null))
            {
                token.RevokedAt = now;
                _lines.Add(Id(token));
            }
            return CommandLine.Success;
        });
    }

    internal int Rotate(CommandArguments arguments)
    {
        var (company, id) = (arguments.Company(), arguments.Required("--id", "ID"));
        return Run(company, (context, tokens, now) =>
        {
            if (tokens.Find(token => Id(token) == id) is not { } old)
                return NoToken(company, id);
            if (old.RevokedAt is not null || old.ExpiresAt <= now)
            {
                errors.WriteLine($"error: the token {id} is not valid any more; make another with: tokens create --company {company}");
                return CommandLine.Failure;
            }
            var token = AccessTokens.Create();
            context.AccessTokens.Add(new AccessToken
            {
                Hash = AccessTokens.Hash(token),
                CompanyId = old.CompanyId,
                Name = old.Name,
                Scopes = old.Scopes,
                CreatedAt = now,
                ExpiresAt = old.ExpiresAt,
            });
            old.RevokedAt = now;
            _lines.Add(token);
            return CommandLine.Success;
        });
    }

    /// <summary>Runs work on the tokens of a company, oldest first, and saves what it changed.</summary>
    private int Run(string slug, Func<CatalogDbContext, List<AccessToken>, DateTimeOffset, int> work)
    {
        var database = openCatalog();
        database.Migrate();
        using var context = database.CreateContext();
        if (context.FindCompany(database, slug, errors) is not { } company)
            return CommandLine.Failure;
        var tokens = context.AccessTokens.Where(token => token.CompanyId == company.Id).AsEnumerable().OrderBy(token => token.CreatedAt).ToList();
        var exitCode = work(context, tokens, WireText.Now(TimeProvider.System));
        context.SaveChanges();
        // After saving: nothing is shown that is not kept.
        foreach (var line in _lines)
            output.WriteLine(line);
        return exitCode;
    }

    private int NoToken(string company, string id)
    {
        errors.WriteLine($"error: there is no token {id} of the company \"{company}\"; see: tokens list --company {company}");
        return CommandLine.Failure;
    }

    private static string Id(AccessToken token) => Convert.ToHexStringLower(token.Hash)[..IdLength];
}
