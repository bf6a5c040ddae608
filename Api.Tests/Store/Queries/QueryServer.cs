using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Queries;

/// <summary>One server for all tests of reads: they change nothing.</summary>
[SetUpFixture]
internal sealed class QueryServer
{
    internal static ApiServer Server { get; private set; } = null!;

    /// <summary>The company that asks.</summary>
    internal static TestCompany A { get; private set; } = null!;

    /// <summary>A company with the same catalogue, none of which A may ever see.</summary>
    internal static TestCompany B { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Server = await ApiServer.StartEmptyAsync();
        A = TestCatalog.Add(Server, 1);
        B = TestCatalog.Add(Server, 2);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await Server.DisposeAsync();
}
