using Api.Resources;
using Api.Tests.Support;
using Domain.Companies;
using JsonApi.Definitions;
using NUnit.Framework;

namespace Api.Tests.Store.Tenancy;

/// <summary>
/// Companies with a row of every resource in the catalogue. <c>Mine</c> and <c>Theirs</c> have the same ids, so that a statement without the
/// company meets the other's row, whose texts say whose it is. <c>Foreign</c> has ids of its own, for comparison with ids that nobody has.
/// </summary>
[SetUpFixture]
internal sealed class TenancyServer
{
    internal const string ReadToken = "tenancy-read";
    internal const string WriteToken = "tenancy-write";
    internal const string ExpiredToken = "tenancy-expired";
    internal const string RevokedToken = "tenancy-revoked";

    /// <summary>An id that no row has.</summary>
    internal const string Nobody = "0000ffff-0000-4abc-8def-0000000fffff";

    private static int s_companies = 10;

    internal static ApiServer Server { get; private set; } = null!;

    internal static TestCompany Mine { get; private set; } = null!;

    internal static TestCompany Theirs { get; private set; } = null!;

    internal static TestCompany Foreign { get; private set; } = null!;

    internal static ResourceCatalog Catalog { get; } = StoreCatalog.Create();

    internal static IEnumerable<string> Types => Catalog.Definitions.Select(definition => definition.Type);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Server = await ApiServer.StartEmptyAsync();
        (Mine, Theirs, Foreign) = (Build(1, "mine", 1), Build(2, "theirs", 1), Build(3, "theirs", 3));
        Mine.SaveToken(ReadToken, TokenScopes.Read);
        Mine.SaveToken(WriteToken, TokenScopes.Write);
        Mine.SaveToken(ExpiredToken, TokenScopes.Read | TokenScopes.Write, expiresAt: DateTimeOffset.UnixEpoch);
        Mine.SaveToken(RevokedToken, TokenScopes.Read | TokenScopes.Write, revokedAt: DateTimeOffset.UnixEpoch);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await Server.DisposeAsync();

    /// <summary>Two companies of their own, with the same ids, for what is written.</summary>
    internal static (TestCompany Mine, TestCompany Theirs) NewPair()
    {
        var ids = Interlocked.Add(ref s_companies, 2);
        return (Build(ids, "mine", ids), Build(ids + 1, "theirs", ids));
    }

    /// <summary>Every resource with all of its attributes, as the company reads it.</summary>
    internal static async Task<string> EverythingAsync(TestCompany company)
    {
        var bodies = new List<string>();
        foreach (var definition in Catalog.Definitions.Where(definition => definition.Operations.ContainsKey(Operation.List)))
        {
            var sort = definition.Id.IsSortable ? "&sort=id" : "";
            var answer = await company.GetAsync($"{definition.Type}?page[size]=100{sort}{Archived(definition)}");
            Assert.That(answer.Status, Is.EqualTo(200), answer.Body);
            bodies.Add(answer.Body);
        }
        return string.Join('\n', bodies);
    }

    /// <summary>A filter that lists archived rows with the others, where a list leaves them out.</summary>
    internal static string Archived(ResourceDefinition definition) => definition.HiddenFromLists is null ? "" : "&filter[archived]=true,false";

    private static TestCompany Build(int number, string owner, int ids)
    {
        var company = new TestCompany(Server, number, ids);
        company.Collection($"root {owner}");
        company.Collection($"leaf {owner}", $"root {owner}");
        for (var i = 1; i <= 2; i++)
        {
            company.ProductGroup($"tent {i} {owner}", group => group.TagList.Add($"tag {owner}"));
            company.Property($"tent {i} {owner}", $"Colour {owner}", $"red {owner}");
            company.Photo($"tent {i} {owner}", $"photo-{i}-{owner}");
            company.CollectionItem($"leaf {owner}", $"tent {i} {owner}", i);
        }
        company.DefaultProperty($"Size {owner}");
        company.Bundle($"set {owner}", ($"tent 1 {owner}", 1), ($"tent 2 {owner}", 2));
        company.Redirect($"/from-{owner}", $"/to-{owner}");
        company.Save();
        TenancyRows.AddMissing(Server, Catalog, number, ids, owner);
        return company;
    }
}
