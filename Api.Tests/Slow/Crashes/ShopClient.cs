using System.Globalization;
using System.Text.Json.Nodes;

namespace Api.Tests.Slow.Crashes;

/// <summary>
/// A client that writes to rows that no other client writes to, one request at a time, and so knows after each acknowledgement what the
/// server has to hold. Of the request that a crash cut off it knows that all of it was done or nothing.
/// </summary>
internal sealed class ShopClient(int number)
{
    private const int MostItems = 30;

    private readonly Random _random = new(number);
    private readonly List<string> _items = [];
    private readonly List<string> _leaves = [];
    private readonly List<string> _lists = [];
    private HashSet<string> _known = [];
    private int _steps;

    /// <summary>What the server holds if the request under way was done; null where its effect is not known beforehand.</summary>
    private HashSet<string>? _underWay;

    /// <summary>The name of the item whose making is under way: its id is the server's to say.</summary>
    private string? _made;

    /// <summary>Acknowledged writes.</summary>
    internal int Acknowledged { get; private set; }

    /// <summary>Makes the client's own collections: two lists and below them three leaves.</summary>
    internal async Task PrepareAsync(KillableServer server)
    {
        var root = await CreateAsync(server, "collections", $"\"name\":\"client {number}\"");
        for (var i = 0; i < 2; i++)
            _lists.Add(await CreateAsync(server, "collections", $"\"name\":\"list {number} {i}\",\"parent_id\":\"{root}\""));
        for (var i = 0; i < 3; i++)
            _leaves.Add(await CreateAsync(server, "collections", $"\"name\":\"leaf {number} {i}\",\"parent_id\":\"{_lists[0]}\""));
        _known = await ReadAsync(server);
    }

    /// <summary>Writes until the connection breaks.</summary>
    internal async Task WriteAsync(KillableServer server)
    {
        try
        {
            while (true)
            {
                await StepAsync(server);
                Acknowledged++;
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or System.Text.Json.JsonException)
        {
            // Killed in the middle of it.
        }
    }

    /// <summary>Throws where the server does not hold what was acknowledged; takes over what became of the request that was cut off.</summary>
    internal async Task VerifyAsync(KillableServer server)
    {
        var stored = await ReadAsync(server);
        if (!stored.SetEquals(_known) && (_underWay is null || !stored.SetEquals(_underWay)))
            throw new InvalidOperationException(
                $"Client {number} lost {string.Join("; ", _known.Except(stored))} and found {string.Join("; ", stored.Except(_known))} after {Acknowledged} acknowledged writes, with {string.Join("; ", (_underWay ?? []).Except(_known))} under way.");
        _known = stored;
        _underWay = null;
        _items.Clear();
        _items.AddRange(stored.Where(line => line.StartsWith("item ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]));
    }

    private async Task StepAsync(KillableServer server)
    {
        _steps++;
        switch (_random.Next(6))
        {
            case 0 when _items.Count < MostItems: await MakeItemAsync(server); break;
            case 1 when _items.Count > 0: await RenameAsync(server); break;
            case 2: await MoveAsync(server); break;
            case 3 when _items.Count > 5 && _random.Next(4) == 0: await ArchiveAsync(server); break;
            default:
                if (_items.Count > 0)
                    await CollectionItemAsync(server);
                break;
        }
    }

    private async Task MakeItemAsync(KillableServer server)
    {
        var name = $"made-{number}-{_steps}";
        _made = name;
        var id = await CreateAsync(server, "product_groups", $"\"name\":\"{name}\",\"sku\":\"client-{number}\"");
        _made = null;
        _items.Add(id);
        _known.Add($"item {id} {name}");
    }

    private Task RenameAsync(KillableServer server)
    {
        var id = _items[_random.Next(_items.Count)];
        var name = $"named-{number}-{_steps}";
        return ChangeAsync(server, HttpMethod.Patch, $"product_groups/{id}", Body("product_groups", $"\"name\":\"{name}\""), 200,
            [.. _known.Where(line => !line.StartsWith($"item {id} ", StringComparison.Ordinal)), $"item {id} {name}"]);
    }

    private Task MoveAsync(KillableServer server)
    {
        var (leaf, list) = (_leaves[_random.Next(_leaves.Count)], _lists[_random.Next(_lists.Count)]);
        return ChangeAsync(server, HttpMethod.Patch, $"collections/{leaf}", Body("collections", $"\"parent_id\":\"{list}\""), 200,
            [.. _known.Where(line => !line.StartsWith($"leaf {leaf} ", StringComparison.Ordinal)), $"leaf {leaf} {list}"]);
    }

    private async Task ArchiveAsync(KillableServer server)
    {
        var id = _items[_random.Next(_items.Count)];
        await ChangeAsync(server, HttpMethod.Delete, $"product_groups/{id}", null, 200, [.. _known.Where(line => !line.Contains(id, StringComparison.Ordinal))]);
        _items.Remove(id);
    }

    private async Task CollectionItemAsync(KillableServer server)
    {
        var (leaf, item) = (_leaves[_random.Next(_leaves.Count)], _items[_random.Next(_items.Count)]);
        var line = $"entry {leaf} {item}";
        if (!_known.Contains(line))
        {
            await ChangeAsync(server, HttpMethod.Post, "collection_items", Body("collection_items", $"\"collection_id\":\"{leaf}\",\"item_id\":\"{item}\""), 201, [.. _known, line]);
            return;
        }
        var found = await server.SendAsync(HttpMethod.Get, $"collection_items?filter[collection_id]={leaf}&filter[item_id]={item}");
        var id = found.Document["data"]![0]!["id"]!.GetValue<string>();
        await ChangeAsync(server, HttpMethod.Delete, $"collection_items/{id}", null, 200, [.. _known.Where(known => known != line)]);
    }

    private async Task ChangeAsync(KillableServer server, HttpMethod method, string url, string? body, int status, HashSet<string> after)
    {
        _underWay = after;
        var answer = await server.SendAsync(method, url, body);
        if (answer.Status != status)
            throw new InvalidOperationException($"{method} {url} answered {answer.Status} {answer.Document}");
        (_known, _underWay) = (after, null);
    }

    private static async Task<string> CreateAsync(KillableServer server, string type, string attributes)
    {
        var answer = await server.SendAsync(HttpMethod.Post, type, Body(type, attributes));
        return answer.Status == 201
            ? answer.Document["data"]!["id"]!.GetValue<string>()
            : throw new InvalidOperationException($"POST {type} answered {answer.Status} {answer.Document}");
    }

    private static string Body(string type, string attributes) => "{\"data\":{\"type\":\"" + type + "\",\"attributes\":{" + attributes + "}}}";

    /// <summary>What the server holds of this client's, a line a fact.</summary>
    private async Task<HashSet<string>> ReadAsync(KillableServer server)
    {
        var facts = new HashSet<string>();
        foreach (var item in await ListAsync(server, $"product_groups?filter[sku]=client-{number}&fields[product_groups]=name"))
            facts.Add($"item {item["id"]} {item["attributes"]!["name"]}");
        foreach (var leaf in await ListAsync(server, $"collections?filter[name][prefix]={Uri.EscapeDataString($"leaf {number} ")}&fields[collections]=parent_id"))
            facts.Add($"leaf {leaf["id"]} {leaf["attributes"]!["parent_id"]}");
        foreach (var row in await ListAsync(server, $"collection_items?filter[collection_id]={string.Join(',', _leaves)}&fields[collection_items]=collection_id,item_id"))
            facts.Add($"entry {row["attributes"]!["collection_id"]} {row["attributes"]!["item_id"]}");
        if (_made is { } name && facts.FirstOrDefault(fact => fact.EndsWith(' ' + name, StringComparison.Ordinal)) is { } made)
            _underWay = [.. _known, made];
        _made = null;
        return facts;
    }

    private static async Task<List<JsonNode>> ListAsync(KillableServer server, string query)
    {
        var rows = new List<JsonNode>();
        for (var page = 1; ; page++)
        {
            var answer = await server.SendAsync(HttpMethod.Get, $"{query}&page[size]=100&page[number]={page.ToString(CultureInfo.InvariantCulture)}");
            var data = answer.Document["data"]!.AsArray();
            rows.AddRange(data.Select(row => row!));
            if (data.Count < 100)
                return rows;
        }
    }
}
