using System.Text.Json.Nodes;
using Api.Tests.Store.Writes;

namespace Api.Tests.Properties.Shop;

/// <summary>Several writes as one: all of them happen, or none.</summary>
internal static class OperationSteps
{
    internal const string Path = "/api/boomerang/operations";

    internal static ShopRequest Operate(ShopState shop, Random random)
    {
        var steps = new List<ShopStep>();
        var writes = new List<ShopWrite>();
        var bodies = new List<int>();
        var after = shop;
        for (var count = random.Next(1, 6); writes.Count < count;)
        {
            var step = Next(after, random);
            if (step.Write(after) is not { } write)
                continue;
            // Most of those that cannot be done are left out, or long lists would seldom come to anything.
            if (!write.IsDue && random.Next(6) > 0)
                continue;
            if ((Misnames(after, write) ? 400 : write.BodyStatus) is { } error)
                bodies.Add(error);
            after = write.IsDue ? Taken(after, write, Unknown(writes.Count)) : after;
            steps.Add(step);
            writes.Add(write);
        }
        var status = bodies.Count > 0 ? bodies.Max() : writes.Find(write => !write.IsDue)?.Status ?? 200;
        return new ShopRequest(HttpMethod.Post, Path, OperationRequests.Body(writes.Select((write, index) => write.Operation(index))), status, Traits(writes), (state, document) =>
        {
            // The same steps again, as the ids are known by now.
            foreach (var (step, result) in steps.Zip(document["atomic:results"]!.AsArray()))
                state = Taken(state, step.Write(state)!, result!["data"]!);
            return state;
        });
    }

    /// <summary>Whether a local id refers to something of another type, which is known without looking at what is stored.</summary>
    private static bool Misnames(ShopState shop, ShopWrite write) => write.References.Exists(reference => reference.IsLocal && shop.Item(reference.Id) is { } item && item.Type != reference.Type);

    /// <summary>What was made just now is what a later operation mostly speaks of.</summary>
    private static ShopStep Next(ShopState shop, Random random)
    {
        var step = ShopStep.Make(random);
        for (var tries = 0; tries < 10 && !shop.Fresh.IsEmpty && step.Write(shop)?.UsesLocalId != true; tries++)
            step = ShopStep.Make(random);
        return step;
    }

    private static ShopState Taken(ShopState shop, ShopWrite write, JsonNode answered)
    {
        var after = write.Take(shop, answered).Synchronized();
        // A collection item that existed as implicit keeps its id and is not new.
        return write.Method == "POST" && answered["id"]!.GetValue<string>() is var id && !shop.RowIds.ContainsValue(id) ? after with { Fresh = after.Fresh.Add(id) } : after;
    }

    private static JsonObject Unknown(int index) => new() { ["id"] = ShopWrite.LocalId(index) };

    private static string[] Traits(List<ShopWrite> writes) =>
    [
        .. writes.Select(write => $"operations {write.Kind}"), .. writes.SelectMany(write => write.Attributes), .. writes.Where(write => write.UsesLocalId).Select(_ => "operations lid"),
        .. writes.Count > 1 ? ["operations together"] : Array.Empty<string>(),
    ];
}
