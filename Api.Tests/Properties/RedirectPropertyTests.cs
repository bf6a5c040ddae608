using Api.Tests.Store.Writes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>After any renames, archivings, deletions and redirects by hand there is no chain and no loop, and every old path leads to where it should.</summary>
[Category("Slow")]
internal sealed class RedirectPropertyTests
{
    private const int Length = 40;

    private static readonly (string Name, string Type, string Folder)[] Pages =
        [("Kayak", "product_groups", "products"), ("Zelt", "product_groups", "products"), ("Weekend set", "bundles", "bundles"), ("Boats", "collections", "collections")];

    private static int s_companies;

    private ApiServer _server = null!;

    [OneTimeSetUp]
    public async Task Start() => _server = await ApiServer.StartEmptyAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _server.DisposeAsync();

    [Test]
    public void Every_old_path_leads_to_where_it_should() =>
        PropertyCheck.Run(20, seed => seed, _ => [], seed => PlayAsync(seed).GetAwaiter().GetResult());

    private async Task PlayAsync(int seed)
    {
        var random = new Random(seed);
        var company = TestCatalog.Add(_server, Interlocked.Increment(ref s_companies));
        var model = new RedirectModel();
        foreach (var (name, type, folder) in Pages)
        {
            await company.ChangeItem(type, name, $$"""{"slug":"start-{{Folded(name)}}"}""");
            model.Make(name, $"/{folder}/start-{Folded(name)}");
        }
        for (var step = 0; step < Length; step++)
        {
            var done = await StepAsync(company, model, random);
            var stored = await company.Redirects();
            if (!stored.SequenceEqual(model.Lines))
                throw new InvalidOperationException($"step {step}, {done}:\n{string.Join('\n', stored)}\ninstead of\n{string.Join('\n', model.Lines)}");
            var sources = stored.Select(line => line.Split(' ')[0]).ToHashSet();
            Assert.That(stored.Select(line => line.Split(' ')[^1]).Where(sources.Contains), Is.Empty, "no redirect leads to another");
            Assert.That(model.Pages.Values.Where(sources.Contains), Is.Empty, "no redirect starts at a page");
        }
    }

    private static async Task<string> StepAsync(TestCompany company, RedirectModel model, Random random)
    {
        var (name, type, folder) = Pages[random.Next(Pages.Length)];
        switch (random.Next(8))
        {
            case 0 or 1:
                var (from, to) = (AnyPath(random), AnyPath(random));
                var isDue = from != to && model.Add(from, to);
                var answer = await company.CreateRedirect(from, to);
                Assert.That(answer.Status, Is.EqualTo(isDue ? 201 : 422), $"{from} to {to}: {answer.Body}");
                return $"redirect {from} to {to}";
            case 2 when model.Sources.Count > 0:
                var path = model.Sources.ElementAt(random.Next(model.Sources.Count));
                var row = await company.GetAsync($"url_redirects?filter[from_path][eql]={path}");
                Assert.That((await company.Archive("url_redirects", row.Json["data"]![0]!.Text("id"))).Status, Is.EqualTo(200));
                model.Delete(path);
                return $"delete {path}";
            case 3 when type != "collections" && model.Pages.ContainsKey(name):
                await company.Archive(type, name);
                model.Archive(name);
                return $"archive {name}";
            default:
                return await RenameAsync(company, model, random, name, type, folder);
        }
    }

    private static async Task<string> RenameAsync(TestCompany company, RedirectModel model, Random random, string name, string type, string folder)
    {
        var (slug, leaves, restores) = (Slug(random), random.Next(3) > 0, !model.Pages.ContainsKey(name));
        var isTaken = model.Pages.Any(page => page.Key != name && page.Value.Split('/')[^1] == slug && page.Value.StartsWith("/collections", StringComparison.Ordinal) == (folder == "collections"));
        var answer = await company.ChangeItem(type, name, $$"""{"slug":"{{slug}}","create_url_redirect":{{(leaves ? "true" : "false")}}{{(restores ? ",\"archived\":false" : "")}}}""");
        Assert.That(answer.Status, Is.EqualTo(isTaken ? 422 : 200), answer.Body);
        if (isTaken)
            return $"refuse {name} to {slug}";
        if (restores)
            model.Make(name, $"/{folder}/{slug}");
        else
            model.Rename(name, $"/{folder}/{slug}", leaves);
        return $"rename {name} to {slug}, {leaves}";
    }

    private static string AnyPath(Random random) => random.Next(4) switch
    {
        0 => $"/pages/{Slug(random)}",
        1 => $"/collections/{Slug(random)}",
        2 => $"/bundles/{Slug(random)}",
        _ => $"/products/{Slug(random)}",
    };

    private static string Slug(Random random) => new[] { "a", "b", "c", "d" }[random.Next(4)];

    private static string Folded(string name) => name.ToLowerInvariant().Replace(' ', '-');
}
