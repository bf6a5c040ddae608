using Api.Security;
using Api.Setup;
using Microsoft.Extensions.Logging.Abstractions;
using NUnit.Framework;

namespace Api.Tests.Commands;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DemoCompanyTests : IDisposable
{
    private static readonly DemoSettings Enabled = new(Enabled: true, Token: null);

    private readonly ImportFolder _folder = new();

    private string TokenFile => _folder.File("demo-token");

    public void Dispose() => _folder.Dispose();

    [Test]
    public void An_empty_catalogue_gets_the_sample_and_keeps_its_token()
    {
        var first = Start();
        var second = Start();
        Assert.That(second, Is.EqualTo(first));
        Assert.That(Valid(first!.Token), Is.True);
        Assert.That(_folder.Number("SELECT COUNT(*) FROM artwork_details"), Is.EqualTo(300));
        Assert.That(_folder.Text("SELECT name FROM companies WHERE slug = 'demo'"), Is.EqualTo("Tate Sample"));
        Assert.That(_folder.Number("SELECT COUNT(*) FROM access_tokens"), Is.EqualTo(1));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(TokenFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void What_the_examples_name_is_there()
    {
        var demo = Start()!;
        Assert.That(_folder.Text($"SELECT name FROM collections WHERE id = '{demo.CollectionId}'"), Is.EqualTo("nature"));
        Assert.That(_folder.Number($"SELECT depth FROM collections WHERE id = '{demo.FreeCollectionId}'"), Is.EqualTo(3));
        Assert.That(
            _folder.Number($"SELECT COUNT(*) FROM collection_items WHERE collection_id = '{demo.FreeCollectionId}' AND item_id = '{demo.FreeItemId}'"),
            Is.Zero);
        var banner = StartupBanner.Text("http://localhost:5000/", demo);
        Assert.That(banner, Does.Contain($"Bearer {demo.Token}'").And.Contain($"\"item_id\":\"{demo.FreeItemId}\"}}}}}}'"));
        Assert.That(banner, Does.Contain("'http://localhost:5000/api/boomerang/collection_items?filter[collection_id][eq]=").And.Not.Contain("{{"));
    }

    [Test]
    public void A_lost_file_makes_a_new_token_and_ends_the_old_one()
    {
        var old = Start()!.Token;
        File.Delete(TokenFile);
        var fresh = Start()!.Token;
        Assert.That(fresh, Is.Not.EqualTo(old));
        Assert.That((Valid(old), Valid(fresh)), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_fixed_token_replaces_the_random_one_and_leaves_no_file()
    {
        var old = Start()!.Token;
        var demo = Start(Enabled with { Token = "let-me-in" })!;
        Assert.That(demo.Token, Is.EqualTo("let-me-in"));
        Assert.That((Valid(old), Valid("let-me-in")), Is.EqualTo((false, true)));
    }

    [Test]
    public void An_exposed_server_ends_the_token_and_a_private_one_makes_another()
    {
        var old = Start()!.Token;
        Assert.That(Start(exposed: true), Is.Null);
        Assert.That(Valid(old), Is.False);
        var fresh = Start()!.Token;
        Assert.That(fresh, Is.Not.EqualTo(old));
        Assert.That((Valid(old), Valid(fresh)), Is.EqualTo((false, true)));
    }

    [Test]
    public void An_exposed_server_also_ends_a_fixed_token_until_it_is_private_again()
    {
        var settings = Enabled with { Token = "let-me-in" };
        Start(settings);
        Start(settings, exposed: true);
        Assert.That(Valid("let-me-in"), Is.False);
        Start(settings);
        Assert.That(Valid("let-me-in"), Is.True);
    }

    [TestCase(false, false)]
    [TestCase(true, true)]
    public void No_demo_is_loaded_where_it_is_off_or_exposed(bool enabled, bool exposed)
    {
        Assert.That(Start(new DemoSettings(enabled, null), exposed), Is.Null);
        Assert.That(_folder.Number("SELECT COUNT(*) FROM companies"), Is.Zero);
    }

    [Test]
    public void A_catalogue_with_a_company_gets_no_demo()
    {
        _folder.Import();
        Assert.That(Start(), Is.Null);
        Assert.That(_folder.Number("SELECT COUNT(*) FROM companies"), Is.EqualTo(1));
    }

    private DemoAccess? Start(DemoSettings? settings = null, bool exposed = false) =>
        DemoCompany.EnsureLoaded(_folder.Database, settings ?? Enabled, exposed, TimeProvider.System, NullLogger.Instance);

    private bool Valid(string token)
    {
        using var context = _folder.Database.CreateContext();
        return context.AccessTokens.Find(AccessTokens.Hash(token)) is { RevokedAt: null };
    }
}
