using Api.Tests.Commands;
using NUnit.Framework;
using Persistence.Connections;

namespace Api.Tests.Unit.Persistence;

/// <summary>A write that holds the database too long is undone, and others go on.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class WriteTimeTests : IDisposable
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    private const string Insert = "INSERT INTO companies (id, slug, name, created_at, updated_at) VALUES (?1, 'a', 'A', '', '')";

    private readonly ImportFolder _folder = new();
    private readonly ConnectionPool _connections;

    public WriteTimeTests()
    {
        _folder.Database.Migrate();
        _connections = new ConnectionPool(_folder.Database, new ConnectionLimits { WriteTime = TimeSpan.FromMilliseconds(500), ReadTime = TimeSpan.FromMilliseconds(500) });
    }

    public void Dispose()
    {
        _connections.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task A_statement_of_a_write_is_broken_off_and_all_of_it_undone()
    {
        var write = _connections.WriteAsync(Guid.Empty, connection =>
        {
            connection.Run(Insert, Guid.NewGuid());
            return (connection.ReadRow(Endless, row => row.Integer(0)), true);
        }, CancellationToken.None);
        Assert.That(async () => await write, Throws.TypeOf<WriteTooLongException>());
        Assert.That(await CountAsync(), Is.Zero);
        Assert.That(await _connections.WriteAsync(Guid.Empty, connection => (connection.Run(Insert, Guid.NewGuid()), true), CancellationToken.None), Is.EqualTo(1));
        Assert.That(await CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_write_that_takes_its_time_between_statements_is_undone_too()
    {
        var write = _connections.WriteAsync(Guid.Empty, connection =>
        {
            connection.Run(Insert, Guid.NewGuid());
            Thread.Sleep(700);
            return (0, true);
        }, CancellationToken.None);
        Assert.That(async () => await write, Throws.TypeOf<WriteTooLongException>());
        Assert.That(await CountAsync(), Is.Zero);
    }

    [Test]
    public async Task A_read_is_broken_off_and_its_connection_used_again()
    {
        Assert.That(async () => await ReadAsync(Endless), Throws.TypeOf<QueryTooLongException>());
        Assert.That(await ReadAsync("SELECT 7"), Is.EqualTo(7));
    }

    private ValueTask<long?> ReadAsync(string sql) =>
        _connections.ReadAsync(Guid.Empty, sql, static (connection, text) => connection.ReadRow(text, row => row.Integer(0)), CancellationToken.None);

    private async Task<long> CountAsync() => (await ReadAsync("SELECT count(*) FROM companies"))!.Value;
}
