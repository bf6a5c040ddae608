using Api.Commands;
using Api.Security;
using NUnit.Framework;

namespace Api.Tests.Commands;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CommandLineTests : IDisposable
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

    [TestCase]
    [TestCase("--urls", "http://localhost:5000")]
    [TestCase("Demo:Enabled=false")]
    [TestCase("--environment=Development")]
    public void Settings_of_the_server_are_no_command(params string[] args) => Assert.That(Run(args), Is.Null);

    [TestCase("is not a command", "frobnicate")]
    [TestCase("\"imports\" is not a command; did you mean import?", "imports")]
    [TestCase("\"--publicurl2\" is not a setting; did you mean --PublicUrl?", "--publicurl2=x")]
    [TestCase("needs a format: import tate", "import", "booqable", "x")]
    [TestCase("\"--nonsense\" is not a setting", "--nonsense")]
    [TestCase("\"--url\" is not a setting; did you mean --urls?", "--url", "http://localhost:5000")]
    [TestCase("\"import\" is not a setting", "--urls", "http://localhost:5000", "import")]
    [TestCase("FOLDER is missing", "import", "tate", "--company", "a")]
    [TestCase("--company SLUG is missing", "import", "tate", "x")]
    [TestCase("needs a value", "import", "tate", "x", "--company")]
    [TestCase("needs a value", "import", "tate", "x", "--company", "--name")]
    [TestCase("needs a value", "import", "tate", "x", "--company=")]
    [TestCase("needs a value", "import", "tate", "x", "--company", " ")]
    [TestCase("needs a value", "import", "tate", "x", "--company", "--other")]
    [TestCase("is given twice", "import", "tate", "x", "--name", "a", "--company", "a", "--name", "b")]
    [TestCase("is given twice", "import", "tate", "x", "--company", "a", "--company=b")]
    [TestCase("is not an option here", "import", "tate", "x", "--company", "a", "--scopes", "read")]
    [TestCase("--scopes is not an option here", "import", "tate", "--scopes=read")]
    [TestCase("--from is not an option here", "import", "tate", "--from", "x", "--company", "a")]
    [TestCase("\"@file\" is one word too many", "import", "tate", "x", "@file", "--company", "a")]
    [TestCase("\"[suggest]\" is not a command", "[suggest]", "import")]
    [TestCase("needs a format: import tate", "import")]
    [TestCase("\"tokens\" is not a command", "tokens")]
    [TestCase("\"tokens delete\" is not a command", "tokens", "delete")]
    [TestCase("one word too many", "import", "tate", "x", "y", "--company", "a")]
    [TestCase("slug is made of", "import", "tate", "x", "--company", "Not A Slug")]
    [TestCase("neither read nor write", "tokens", "create", "--company", "a", "--scopes", "read,all")]
    [TestCase("kept for the demo", "tokens", "create", "--company", "demo", "--name", "demo")]
    public void Wrong_usage_says_what_is_wrong(string message, params string[] args)
    {
        Assert.That(Run(args), Is.EqualTo(CommandLine.WrongUsage));
        Assert.That(_errors.ToString(), Does.Contain(message).And.Contain("--company SLUG"));
    }

    [TestCase("--help")]
    [TestCase("import", "tate", "--help")]
    [TestCase("tokens", "create", "-h")]
    [TestCase("help")]
    [TestCase("users", "--help")]
    [TestCase("import", "tate", "x", "y", "--nonsense", "--help")]
    public void Help_is_no_failure(params string[] args)
    {
        Assert.That(Run(args), Is.EqualTo(CommandLine.Success));
        Assert.That(_output.ToString(), Does.Contain("--company SLUG"));
    }

    [Test]
    public void Import_tells_what_it_loaded()
    {
        Assert.That(Run("import", "tate", _folder.Path, "--company", "shop", "--name=The Shop"), Is.EqualTo(CommandLine.Success));
        Assert.That(_output.ToString(), Does.Contain("\"shop\" (The Shop)").And.Contain("3 explicit and 4 implicit").And.Contain("tokens create --company shop"));
        Assert.That(_errors.ToString(), Is.Empty);
    }

    [Test]
    public void Import_fails_softly_where_rows_are_refused()
    {
        _folder.Write("artwork_subjects.csv", ImportFolder.Links + string.Concat(Enumerable.Repeat("10,99\n", 1_080)));
        Assert.That(Run("import", "tate", _folder.Path, "--company", "shop"), Is.EqualTo(CommandLine.RowsRefused));
        Assert.That(_errors.ToString(), Does.Contain("artwork_subjects.csv line 5: ").And.Contain("and 1,030 more"));
        Assert.That(_output.ToString(), Does.Contain("1,080 rows refused"));
    }

    [Test]
    public void Import_fails_where_nothing_can_be_loaded()
    {
        Assert.That(Run("import", "tate", _folder.File("none"), "--company", "shop"), Is.EqualTo(CommandLine.Failure));
        Assert.That(_errors.ToString(), Does.Contain("there is no folder"));
    }

    [Test]
    public void A_token_is_shown_once_and_kept_as_a_hash()
    {
        _folder.Import();
        Assert.That(Run("tokens", "create", "--company", "tate", "--scopes", "read"), Is.EqualTo(CommandLine.Success));
        var token = _output.ToString().Trim();
        Assert.That(token, Has.Length.EqualTo(43));
        using var context = _folder.Database.CreateContext();
        var kept = context.AccessTokens.Single();
        Assert.That(kept.Hash, Is.EqualTo(AccessTokens.Hash(token)));
        Assert.That(kept.Scopes, Is.EqualTo(Domain.Companies.TokenScopes.Read));
    }

    [Test]
    public void A_token_needs_a_company()
    {
        Assert.That(Run("tokens", "create", "--company", "nobody"), Is.EqualTo(CommandLine.Failure));
        Assert.That(_errors.ToString(), Does.Contain($"there is no company \"nobody\" in {_folder.Database.Location}"));
    }

    private int? Run(params string[] args) => new CommandLine(TextReader.Null, _output, _errors, () => _folder.Database).Dispatch(args);
}
