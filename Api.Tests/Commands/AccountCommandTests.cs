using Api.Commands;
using Api.Security;
using Api.Setup;
using Api.Tests.Favourites;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace Api.Tests.Commands;

/// <summary>Accounts that are created outside the API: by commands, and for the demo.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AccountCommandTests : IDisposable
{
    private readonly ImportFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void A_user_is_made_with_the_default_collection()
    {
        _folder.Import();
        Assert.That(Run("correct horse\n", "users", "create", "--company", "tate", "--name", "Ann", "--email", "ann@example.com", "--password", "-"), Is.Zero, _errors.ToString());
        using var context = _folder.Database.CreateContext();
        var user = context.Users.Single();
        Assert.That((user.Id.ToString(), user.Name, user.Email), Is.EqualTo((_output.ToString().Trim(), "Ann", "ann@example.com")));
        Assert.That(new Passwords().IsRight(user.PasswordHash, "correct horse"), Is.True);
        Assert.That(context.UserCollections.Single().Name, Is.EqualTo("Saved Artwork"));
        Assert.That(Run("", "users", "create", "--company", "tate", "--name", "Ann", "--email", "ANN@example.com"), Is.EqualTo(CommandLine.Failure));
        Assert.That(_errors.ToString(), Does.Contain("email has already been taken"));
    }

    [Test]
    public void An_application_is_shown_its_secret_once()
    {
        _folder.Import();
        Assert.That(Run("", "clients", "create", "--company", "tate", "--name", "Phone"), Is.Zero, _errors.ToString());
        var shown = _output.ToString().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        using var context = _folder.Database.CreateContext();
        var application = context.Applications.Single();
        Assert.That((shown[0], shown[1], shown[2]), Is.EqualTo(("client_id", application.ClientId, "client_secret")));
        Assert.That(application.SecretHash, Is.EqualTo(AccessTokens.Hash(shown[3])));
    }

    [TestCase("--name NAME is missing", "users", "create", "--company", "a", "--email", "a@b.c")]
    [TestCase("--email ADDRESS is missing", "users", "create", "--company", "a", "--name", "A")]
    [TestCase("is not an e-mail address", "users", "create", "--company", "a", "--name", "A", "--email", "A <a@b.c>")]
    [TestCase("read from standard input", "users", "create", "--company", "a", "--name", "A", "--email", "a@b.c", "--password", "secret")]
    [TestCase("8 to 1000 characters", "users", "create", "--company", "a", "--name", "A", "--email", "a@b.c", "--password", "-")]
    [TestCase("--name NAME is missing", "clients", "create", "--company", "a")]
    [TestCase("one word too many", "clients", "create", "x", "--company", "a")]
    [TestCase("is not a command", "clients", "delete")]
    public void Wrong_usage_says_what_is_wrong(string message, params string[] args)
    {
        Assert.That(Run("short\n", args), Is.EqualTo(CommandLine.WrongUsage));
        Assert.That(_errors.ToString(), Does.Contain(message).And.Contain("--company SLUG"));
    }

    [TestCase("users", "create", "--company", "nobody", "--name", "A", "--email", "a@b.c")]
    [TestCase("clients", "create", "--company", "nobody", "--name", "A")]
    public void An_account_needs_a_company(params string[] args)
    {
        Assert.That(Run("", args), Is.EqualTo(CommandLine.Failure));
        Assert.That(_errors.ToString(), Does.Contain($"there is no company \"nobody\" in {_folder.Database.Location}"));
    }

    [Test]
    public void The_demo_user_has_a_token_that_is_valid_when_the_demos_own_is()
    {
        var first = Start()!;
        Assert.That((Start(), IsValid(first.UserToken)), Is.EqualTo((first, true)));
        Assert.That(_folder.Number("SELECT count(*) FROM users"), Is.EqualTo(1));
        Assert.That(File.ReadAllText(_folder.File("demo-user-token")).Trim(), Is.EqualTo(first.UserToken));
        Assert.That(StartupBanner.Text("http://localhost:5080", first), Does.Contain($"'X-Access-Token: {first.UserToken}' 'http://localhost:5080/api/v2'"));

        var fixedOne = Start("let-me-in")!;
        Assert.That((fixedOne.UserToken, fixedOne.Token, IsValid("let-me-in"), IsValid(first.UserToken)), Is.EqualTo(("let-me-in", first.Token, true, false)));
        Assert.That((Start("let-me-in", exposed: true), IsValid("let-me-in")), Is.EqualTo(((DemoAccess?)null, false)));
        Assert.That((Start("let-me-in")!.UserToken, IsValid("let-me-in")), Is.EqualTo(("let-me-in", true)));
    }

    private DemoAccess? Start(string? userToken = null, bool exposed = false) =>
        DemoCompany.EnsureLoaded(_folder.Database, new DemoSettings(true, null, userToken), exposed, TimeProvider.System, NullLogger.Instance);

    private bool IsValid(string token)
    {
        using var context = _folder.Database.CreateContext();
        return context.FavouritesTokens.Find(AccessTokens.Hash(token)) is { RevokedAt: null };
    }

    private int? Run(string input, params string[] args)
    {
        using var reader = new StringReader(input);
        return new CommandLine(reader, _output, _errors, () => _folder.Database).Dispatch(args);
    }
}
