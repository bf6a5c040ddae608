using Api.Tests.Commands;
using NUnit.Framework;
using Persistence.Accounts;

namespace Api.Tests.Unit.Persistence;

internal sealed class ServerKeyTests
{
    [Test]
    public void A_key_is_made_once_and_is_the_same_for_all_servers_of_a_catalogue()
    {
        using var folder = new ImportFolder();
        using var other = new ImportFolder();
        folder.Database.Migrate();
        other.Database.Migrate();
        var key = ServerKeys.Provide(folder.Database, ServerKeys.Cursors);
        Assert.That(key, Has.Length.EqualTo(32));
        Assert.That(ServerKeys.Provide(folder.Database, ServerKeys.Cursors), Is.EqualTo(key));
        Assert.That(ServerKeys.Provide(folder.Database, "another"), Is.Not.EqualTo(key));
        Assert.That(ServerKeys.Provide(other.Database, ServerKeys.Cursors), Is.Not.EqualTo(key));
    }
}
