using Api.Operations;
using Api.Tests.Support;
using NUnit.Framework;
using static Api.Tests.Store.Operations.OperationSteps;

namespace Api.Tests.Store.Operations;

/// <summary>What one company can ask for, and that others have their turn meanwhile.</summary>
internal sealed class OperationLimitTests
{
    [Test]
    public async Task A_company_has_at_most_a_hundred_operations_that_wait()
    {
        await using var server = await ApiServer.StartEmptyAsync("--Operations:Workers=0");
        var (company, other) = (TestCatalog.Add(server, 1), TestCatalog.Add(server, 2));
        var data = Data("export", """{"target_type":"collections"}""");
        for (var i = 0; i < 100; i++)
            Assert.That((await company.Post(data)).Status, Is.EqualTo(201));
        var answer = await company.Post(data);
        Assert.That((answer.Status, answer.Headers.RetryAfter!.Delta), Is.EqualTo((429, TimeSpan.FromSeconds(10))), answer.Body);
        Assert.That((await other.Post(data)).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task A_company_that_has_more_comes_after_the_others()
    {
        var (one, other, queue) = (Guid.NewGuid(), Guid.NewGuid(), new CompanyQueue());
        queue.Add(one);
        queue.Add(one);
        queue.Add(other);
        Assert.That(await queue.TakeAsync(CancellationToken.None), Is.EqualTo(one));
        queue.Return(one, hasMore: false);
        Assert.That(await queue.TakeAsync(CancellationToken.None), Is.EqualTo(other));
        queue.Return(other, hasMore: false);
        Assert.That(await queue.TakeAsync(CancellationToken.None), Is.EqualTo(one), "it was added twice");
        queue.Return(one, hasMore: false);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.That(async () => await queue.TakeAsync(cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("a", "a")]
    [TestCase("", "")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("say \"a\"", "\"say \"\"a\"\"\"")]
    [TestCase("a\nb", "\"a\nb\"")]
    [TestCase(" a", "\" a\"")]
    [TestCase("=1", "'=1")]
    [TestCase("+1", "'+1")]
    [TestCase("-1", "'-1")]
    [TestCase("@a", "'@a")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("=a,b", "\"'=a,b\"")]
    [TestCase("＝1", "'＝1")]
    [TestCase("a=1", "a=1")]
    public void Text_is_written_as_text(string text, string field) => Assert.That(CsvText.Of(text), Is.EqualTo(field));
}
