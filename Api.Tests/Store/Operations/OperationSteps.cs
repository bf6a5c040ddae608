using System.Diagnostics;
using System.Text.Json.Nodes;
using Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;

namespace Api.Tests.Store.Operations;

/// <summary>Sending long-running operations, and waiting for their end.</summary>
internal static class OperationSteps
{
    internal static string Body(string data) => $$$$"""{"data":{"type":"operations","attributes":{"operation_data":{{{{data}}}}}}}""";

    internal static string Data(string type, string data) => $$"""{"type":"{{type}}","data":{{data}}}""";

    internal static string Ids(params IEnumerable<string> ids) => $"[{string.Join(',', ids.Select(id => $"\"{id}\""))}]";

    /// <summary>The data that add items to collections, or take them out.</summary>
    internal static string UpdateCollections(string action, IEnumerable<string> items, IEnumerable<string> collections, string type = "product_groups") => Data(
        "update_collections",
        $$"""{"target_type":"{{type}}","target_ids":{{Ids(items)}},"action":"{{action}}","collection_ids":{{Ids(collections)}}}""");

    internal static Task<Answer> Post(this TestCompany company, string data) => company.SendAsync(HttpMethod.Post, "operations", Body(data));

    /// <summary>Creates an operation and waits for its end; returns its attributes.</summary>
    internal static async Task<JsonNode> RunOperation(this TestCompany company, string data)
    {
        var answer = await company.Post(data);
        Assert.That(answer.Status, Is.EqualTo(201), answer.Body);
        return await company.Ended(answer.Json["data"]!["id"]!.GetValue<string>());
    }

    /// <summary>The attributes of an operation that has ended.</summary>
    internal static async Task<JsonNode> Ended(this TestCompany company, string id)
    {
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(10))
        {
            var found = await company.GetAsync($"operations/{id}?extra_fields[operations]=operation_data");
            Assert.That(found.Status, Is.EqualTo(200), found.Body);
            var attributes = found.Json["data"]!["attributes"]!;
            if (attributes["status"]!.GetValue<string>() is "finished" or "failed")
                return attributes.DeepClone();
        }
        throw new TimeoutException($"The operation {id} has not ended within a minute.");
    }

    /// <summary>Makes copies of an item without tags, which are in the collection Indoor; returns their ids.</summary>
    internal static string[] ManyItems(this TestCompany company, int count, ApiServer? server = null)
    {
        server ??= OperationServer.Server;
        company.Fill(server, "Indoor: älg", "älg", 1, count);
        using var context = server.Database.CreateContext();
        var indoor = Guid.Parse(company["Indoor"]);
        context.Collections.Where(collection => collection.Id == indoor)
            .ExecuteUpdate(change => change.SetProperty(collection => collection.ItemCount, collection => collection.ItemCount + count));
        return [.. Enumerable.Range(1, count).Select(number => $"{company.Number:x8}-0000-4000-9000-{number:x12}")];
    }

    internal static string Status(this JsonNode attributes) => attributes["status"]!.GetValue<string>();

    internal static string[] Errors(this JsonNode attributes)
    {
        string[] errors = [.. attributes["error_data"]!.AsArray().Select(error => error!.GetValue<string>())];
        Assert.That(attributes["error_count"]!.GetValue<int>(), Is.EqualTo(errors.Length));
        return errors;
    }
}
