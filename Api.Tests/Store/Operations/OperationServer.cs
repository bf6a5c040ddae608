using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Store.Operations;

/// <summary>One server for all tests of long-running operations; each takes a company of its own.</summary>
[SetUpFixture]
internal sealed class OperationServer
{
    private static int s_companies;

    internal static ApiServer Server { get; private set; } = null!;

    internal static TestCompany NewCompany() => TestCatalog.Add(Server, Interlocked.Increment(ref s_companies));

    [OneTimeSetUp]
    public async Task StartAsync() => Server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await Server.DisposeAsync();
}
