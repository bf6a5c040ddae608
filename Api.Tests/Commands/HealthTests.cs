using Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using Persistence.Connections;

namespace Api.Tests.Commands;

internal sealed class HealthTests
{
    [Test]
    public async Task A_server_that_can_serve_is_live_and_ready()
    {
        await using var server = await ApiServer.StartEmptyAsync();
        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            var answer = await server.GetAsync(path);
            Assert.That((answer.Status, answer.Body), Is.EqualTo((200, """{"status":"good","problems":[]}""")));
        }
    }

    [TestCase(true, "The file of the catalogue is missing.")]
    [TestCase(false, "The file of the catalogue is damaged.")]
    public async Task A_catalogue_that_is_gone_or_damaged_is_named_as_that(bool isGone, string problem)
    {
        await using var server = await ApiServer.StartEmptyAsync();
        File.Delete(server.Database.Location);
        if (!isGone)
        {
            File.Delete(server.Database.Location + "-wal");
            File.Delete(server.Database.Location + "-shm");
            await File.WriteAllTextAsync(server.Database.Location, new string('x', 10_000));
        }
        await AssertNotReadyAsync(server, problem);
    }

    [Test]
    public async Task A_disk_without_room_is_named()
    {
        await using var server = await ApiServer.StartEmptyAsync("--Health:MinFreeMegabytes=1000000000");
        await AssertNotReadyAsync(server, "The disk of the catalogue is nearly full.");
    }

    [Test]
    public async Task A_catalogue_that_somebody_writes_to_is_ready_at_once()
    {
        await using var server = await ApiServer.StartEmptyAsync();
        using var context = server.Database.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        context.Companies.Add(new() { Id = Guid.NewGuid(), Slug = "x", Name = "x", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch });
        await context.SaveChangesAsync();
        Assert.That((await server.GetAsync("/health/ready")).Status, Is.EqualTo(200));
    }

    [Test]
    public void A_catalogue_of_a_newer_version_is_not_opened()
    {
        using var folder = new ImportFolder();
        folder.Database.Migrate();
        using (var context = folder.Database.CreateContext())
            context.Database.ExecuteSqlRaw("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0')");
        Assert.That(folder.Database.Migrate, Throws.InstanceOf<StoreException>().With.Message.Contains("newer version").And.Message.Contains("99990101000000_Later"));
    }

    private static async Task AssertNotReadyAsync(ApiServer server, string problem)
    {
        var ready = await server.GetAsync("/health/ready");
        Assert.That((ready.Status, ready.Json["problems"]![0]!.GetValue<string>()), Is.EqualTo((503, problem)));
        Assert.That((await server.GetAsync("/health/live")).Status, Is.EqualTo(200));
        var status = await server.GetAsync("/api/v2/status");
        Assert.That((status.Status, status.Json["status"]!.GetValue<string>(), status.Json["message"]!.GetValue<string>()), Is.EqualTo((200, "major", problem)));
    }
}
