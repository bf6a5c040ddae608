using Api.Commands;
using Api.Security;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace Api.Tests.Commands;

/// <summary>Companies and their access tokens, managed from the command line.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TokenCommandTests : IDisposable
{
    private readonly ImportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void Companies_are_made_once_and_listed()
    {
        var id = Run("companies", "create", "--slug", "shop", "--name", "The\tShop").Output.Trim();
        Run("companies", "create", "--slug", "art", "--name", "Art");
        Assert.That(Run("companies", "list").Output, Does.StartWith("art\t").And.EndWith($"shop\t{id}\tThe Shop{Environment.NewLine}"));
        var again = Run("companies", "create", "--slug", "shop", "--name", "Other");
        Assert.That((again.ExitCode, again.Output), Is.EqualTo((CommandLine.Failure, "")));
        Assert.That(again.Errors, Does.Contain("there is a company \"shop\""));
    }

    [Test]
    public void Tokens_are_listed_without_being_shown()
    {
        var token = Made("--name", "Till", "--scopes", "read", "--expires", "2999-12-31T02:00:00+02:00");
        var listed = Run("tokens", "list", "--company", "shop").Output;
        Assert.That(listed, Does.Match("^[0-9a-f]{16}\tvalid\tread\t\\S+\t2999-12-31T00:00:00Z\tTill\\s+$").And.Not.Contain(token));
    }

    [Test]
    public void One_token_is_revoked_or_all_of_a_company()
    {
        string[] tokens = [Made(), Made(), Made()];
        Run("companies", "create", "--slug", "other", "--name", "Other");
        var foreign = Run("tokens", "create", "--company", "other").Output.Trim();
        Assert.That(Run("tokens", "revoke", "--company", "shop", "--id", Id(tokens[1])).Output.Trim(), Is.EqualTo(Id(tokens[1])));
        Assert.That(tokens.Select(IsValid), Is.EqualTo(new[] { true, false, true }));
        Assert.That(Run("tokens", "revoke", "--company", "shop", "--id", Id(foreign)).ExitCode, Is.EqualTo(CommandLine.Failure));
        Assert.That(Run("tokens", "revoke", "--company", "shop", "--all").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2));
        Assert.That((tokens.Any(IsValid), IsValid(foreign)), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_rotated_token_is_replaced_by_one_that_allows_the_same()
    {
        var old = Made("--name", "Till", "--scopes", "write", "--expires", "2999-12-31");
        var fresh = Run("tokens", "rotate", "--company", "shop", "--id", Id(old)).Output.Trim();
        Assert.That((IsValid(old), IsValid(fresh)), Is.EqualTo((false, true)));
        using var context = _folder.Database.CreateContext();
        var kept = context.AccessTokens.Find(AccessTokens.Hash(fresh))!;
        Assert.That((kept.Name, kept.Scopes, kept.ExpiresAt!.Value.Year), Is.EqualTo(("Till", Domain.Companies.TokenScopes.Write, 2999)));
        var again = Run("tokens", "rotate", "--company", "shop", "--id", Id(old));
        Assert.That((again.ExitCode, again.Output), Is.EqualTo((CommandLine.Failure, "")));
        Assert.That(context.AccessTokens.AsNoTracking().Count(), Is.EqualTo(2));
    }

    [TestCase("either --id ID or --all", "tokens", "revoke", "--company", "shop")]
    [TestCase("either --id ID or --all", "tokens", "revoke", "--company", "shop", "--all", "--id", "1")]
    [TestCase("one word too many", "tokens", "revoke", "--company", "shop", "--all", "yes")]
    [TestCase("--id ID is missing", "tokens", "rotate", "--company", "shop")]
    [TestCase("is not in the future", "tokens", "create", "--company", "shop", "--expires", "2001-01-01")]
    [TestCase("is not a time such as", "tokens", "create", "--company", "shop", "--expires", "tomorrow")]
    [TestCase("--slug SLUG is missing", "companies", "create", "--name", "A")]
    [TestCase("--slug \"Not A Slug\"", "companies", "create", "--slug", "Not A Slug", "--name", "A")]
    public void Wrong_usage_says_what_is_wrong(string message, params string[] args)
    {
        var run = Run(args);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((CommandLine.WrongUsage, "")));
        Assert.That(run.Errors, Does.Contain(message));
    }

    /// <summary>A new token of the company "shop".</summary>
    private string Made(params string[] options)
    {
        Run("companies", "create", "--slug", "shop", "--name", "Shop");
        return Run(["tokens", "create", "--company", "shop", .. options]).Output.Trim();
    }

    private bool IsValid(string token)
    {
        using var context = _folder.Database.CreateContext();
        return context.AccessTokens.Find(AccessTokens.Hash(token)) is { RevokedAt: null };
    }

    private static string Id(string token) => Convert.ToHexStringLower(AccessTokens.Hash(token))[..16];

    private (int? ExitCode, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = new CommandLine(TextReader.Null, output, errors, () => _folder.Database).Dispatch(args);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
