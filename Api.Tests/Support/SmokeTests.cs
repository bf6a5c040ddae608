using NUnit.Framework;

namespace Api.Tests.Support;

internal sealed class SmokeTests
{
    [Test]
    public async Task The_demo_answers()
    {
        await using var server = await ApiServer.StartWithDemoAsync();
        var answer = await server.GetAsync("/api/4/collection_items?page[size]=1&stats[total]=count");
        Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
        // Explicit ones, implicit ones, and those of the bundle.
        Assert.That(answer.Json["meta"]!["stats"]!["total"]!["count"]!.GetValue<int>(), Is.EqualTo(4268 + 300 + 3));
    }
}
