using NUnit.Framework;
using Persistence.Sqlite;

namespace Api.Tests.Slow.Crashes;

/// <summary>SIGTERM to the real program.</summary>
[Category("Slow")]
[NonParallelizable]
[Platform("Linux,MacOsX")]
internal sealed class ShutdownTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("shutdown-tests-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Every_write_that_was_made_was_answered()
    {
        var (server, database) = await StartAsync();
        using (server)
        {
            var made = 0;
            var writing = Enumerable.Range(0, 16).Select(client => Task.Run(async () =>
            {
                for (var number = 0; ; number++)
                    try
                    {
                        var (status, document) = await server.SendAsync(
                            HttpMethod.Post, "collections", $$$$"""{"data":{"type":"collections","attributes":{"name":"{{{{client}}}}-{{{{number}}}}"}}}""");
                        Assert.That(status, Is.EqualTo(201), document.ToJsonString());
                        Interlocked.Increment(ref made);
                    }
                    catch (HttpRequestException)
                    {
                        return;
                    }
            })).ToArray();
            await Task.Delay(1_500);
            Assert.That(await server.StopAsync(), Is.Zero);
            await Task.WhenAll(writing);
            using var context = database.CreateContext();
            Assert.That(context.Collections.Count(), Is.EqualTo(made).And.GreaterThan(0));
        }
    }

    [Test]
    public async Task Readiness_turns_off_first_and_requests_are_still_answered()
    {
        var (server, _) = await StartAsync("--Health:ShutdownDelay=3");
        using (server)
        {
            Assert.That((await server.SendAsync(HttpMethod.Get, "/health/ready")).Status, Is.EqualTo(200));
            var stopped = server.StopAsync();
            await Task.Delay(1_000);
            var (status, document) = await server.SendAsync(HttpMethod.Get, "/health/ready");
            Assert.That((status, document["problems"]![0]!.GetValue<string>()), Is.EqualTo((503, "The server is about to stop.")));
            Assert.That((await server.SendAsync(HttpMethod.Get, "/health/live")).Status, Is.EqualTo(200));
            Assert.That((await server.SendAsync(HttpMethod.Get, "collections")).Status, Is.EqualTo(200));
            Assert.That(await stopped, Is.Zero);
        }
    }

    private async Task<(KillableServer Server, SqliteDatabase Database)> StartAsync(params string[] settings)
    {
        var catalog = Path.Combine(_folder, "catalog.db");
        var database = new SqliteDatabase($"Data Source={catalog}");
        CrashTests.AddCompany(database);
        return (await KillableServer.StartAsync(catalog, CrashTests.Token, settings), database);
    }
}
