using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Favourites;

/// <summary>The documentation's example, run by a client that was not made for this server.</summary>
internal sealed class HalClientTests
{
    private static readonly string Clients = Path.Combine(ProjectFolder.Root, "Api.Tests", "Clients");

    [Test]
    public async Task The_documented_example_saves_an_artwork()
    {
        var company = FavouritesServer.NewCompany();
        var ann = new UserClient(company, "ann");
        var (first, _) = (company.Artwork(), company.Artwork());
        company.Collection(ann.Id, isPrivate: true);

        var output = await RunAsync("save-first-artwork.mjs", FavouritesServer.BaseUrl + "/api/v2", ann.Token);

        Assert.That(output["user"]!.GetValue<string>(), Is.EqualTo(ann.Id.ToString()));
        Assert.That((output["collection"]!.Id(), output["collection"]!["name"]!.GetValue<string>()), Is.EqualTo((ann.Saved.ToString(), "Saved Artwork")));
        Assert.That(output["artwork"]!.GetValue<string>(), Is.EqualTo(first.ToString()));
        var item = company.CollectionItems(ann.Saved).Single();
        Assert.That((output["added"]!.GetValue<string>(), item.Artwork), Is.EqualTo((item.Id.ToString(), first)));
        Assert.That(output["items"]!.ToJsonString(), Is.EqualTo($$"""[{"id":"{{item.Id}}","position":1,"artwork":"{{first}}"}]"""));
        Assert.That(output["artworks"]!.ToJsonString(), Is.EqualTo($"""["{first}"]"""));
    }

    private static async Task<JsonNode> RunAsync(string script, params string[] args)
    {
        if (!Directory.Exists(Path.Combine(Clients, "node_modules")))
            Assert.Ignore("The client's packages are not installed: npm ci --prefix Api.Tests/Clients");
        using var node = Start(script, args);
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await node.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
        }
        Assert.That(node.HasExited && node.ExitCode == 0, Is.True, await errors);
        return JsonNode.Parse(await output)!;
    }

    private static Process Start(string script, string[] args)
    {
        var start = new ProcessStartInfo("node", [script, .. args]) { WorkingDirectory = Clients, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("Node, which the client runs on, is not installed.");
            throw;
        }
    }
}
