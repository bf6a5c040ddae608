using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>
/// Whatever is written of properties, default properties and tags: the object that a group shows, what linked properties follow in, whether a type can
/// change, and the counts of tags are what the rows come to. A write that is refused changes nothing.
/// </summary>
[Category("Slow")]
internal sealed class PropertyRulesTests
{
    private const int Writers = 8;

    private static int s_companies;

    private ApiServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public void What_is_kept_twice_agrees_after_every_write() =>
        PropertyCheck.Run(8, seed => seed, _ => [], seed => PlayAsync(NewCompany(), seed, 60).GetAwaiter().GetResult());

    [Test]
    public async Task Every_kind_of_write_is_taken_and_most_are_refused_at_times()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 6; seed++)
            seen.UnionWith(await PlayAsync(NewCompany(), seed, 150));
        Assert.That(seen, Is.SupersetOf(PropertySteps.Kinds.Select(kind => $"{kind} taken")));
        Assert.That(seen, Has.Member("groups follow"));
        Assert.That(seen, Is.SupersetOf(((string[])["add default", "change default", "delete default", "add property", "change property", "nested"]).Select(kind => $"{kind} refused")));
    }

    [Test]
    public async Task Eight_writers_at_once_leave_what_agrees()
    {
        var company = NewCompany();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(writer);
            for (var step = 0; step < 30; step++)
            {
                var (kind, method, path, body) = PropertySteps.Draw(await PropertyReading.ReadAsync(company), random);
                Assert.That((await company.SendAsync(method, path, body)).Status, Is.AnyOf(200, 201, 400, 404, 422), kind);
            }
        })));
        Assert.That((await PropertyReading.ReadAsync(company)).Faults(), Is.Empty);
    }

    private TestCompany NewCompany()
    {
        var company = new TestCompany(_server, Interlocked.Increment(ref s_companies));
        company.ProductGroup("first", group => group.TagList.AddRange(["a", "b"]));
        company.ProductGroup("second");
        company.ProductGroup("third");
        company.Bundle("set", ("first", 1));
        company.Save();
        return company;
    }

    /// <summary>Draws and sends the steps one by one, and looks at everything after each. Returns what was taken and refused.</summary>
    private static async Task<HashSet<string>> PlayAsync(TestCompany company, int seed, int steps)
    {
        var (random, seen) = (new Random(seed), new HashSet<string>());
        var state = await PropertyReading.ReadAsync(company);
        for (var step = 0; step < steps; step++)
        {
            var (kind, method, path, body) = PropertySteps.Draw(state, random);
            var answer = await company.SendAsync(method, path, body);
            var after = await PropertyReading.ReadAsync(company);
            var isTaken = answer.Status is 200 or 201;
            if (!isTaken && (answer.Status is not (400 or 404 or 422) || after.All != state.All))
                throw new InvalidOperationException($"{kind} {path} {body} was answered {answer.Status} {answer.Body}, after\n{state.All}\nthere is\n{after.All}");
            if (after.Faults().ToList() is { Count: > 0 } faults)
                throw new InvalidOperationException($"after {kind} {path} {body}: {string.Join('\n', faults)}");
            seen.Add($"{kind} {(isTaken ? "taken" : "refused")}");
            if (kind == "change default" && after.Shown != state.Shown)
                seen.Add("groups follow");
            state = after;
        }
        return seen;
    }
}
