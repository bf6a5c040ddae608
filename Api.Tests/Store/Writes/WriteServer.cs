using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Writes;

/// <summary>One server for all tests of writes; each takes a company of its own.</summary>
[SetUpFixture]
internal sealed class WriteServer
{
    private static int s_companies;

    internal static ApiServer Server { get; private set; } = null!;

    internal static TestCompany NewCompany() => TestCatalog.Add(Server, Interlocked.Increment(ref s_companies));

    /// <summary>A company that has nothing yet.</summary>
    internal static TestCompany NewEmptyCompany()
    {
        var company = new TestCompany(Server, Interlocked.Increment(ref s_companies));
        company.Save();
        return company;
    }

    [OneTimeSetUp]
    public async Task StartAsync() => Server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await Server.DisposeAsync();
}
