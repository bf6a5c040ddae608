using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Api.Tests.Properties;

/// <summary>Paging by cursor while others add and remove: what was there throughout is met once.</summary>
[Category("Slow")]
internal sealed class CursorStabilityTests : IDisposable
{
    private static readonly string[] Orders =
        ["", "-created_at", "width", "-width,alt_text", "alt_text,-position", "-alt_text", "width,-width,position", "owner.name,-updated_at", "-id"];

    private readonly PhotoPagingStore _photos = new();
    private int _changes;

    public void Dispose() => _photos.Dispose();

    [Test]
    public void What_stays_is_met_once_however_the_rest_changes()
    {
        PropertyCheck.Run(40, seed => seed, _ => [], seed =>
        {
            var random = new Random(seed);
            var order = Orders[random.Next(Orders.Length)];
            var (start, link) = random.Next(2) == 0 ? ("after", "next") : ("before", "prev");
            _photos.Clear();
            var staying = _photos.Add(random, 12);
            var passing = _photos.Add(random, 12);
            var met = Walk(random, $"sort={order}&page[{start}]=", link, passing);
            var expected = staying.Select(id => id.ToString()).ToHashSet();
            var metOfThose = met.Where(expected.Contains).ToList();
            if (metOfThose.Count != expected.Count || met.Distinct().Count() != met.Count)
                throw new InvalidOperationException($"sort={order}, {start}: met {metOfThose.Count} of {expected.Count}\n{string.Join('\n', met)}");
        });
        Assert.That(_changes, Is.GreaterThan(100), "nothing changed on the way");
    }

    private List<string> Walk(Random random, string query, string link, List<Guid> passing)
    {
        var met = new List<string>();
        for (string? next = query; next is not null;)
        {
            var page = JsonNode.Parse(_photos.List($"{next}&page[size]={random.Next(1, 5)}"))!;
            var ids = page["data"]!.AsArray().Select(photo => photo!["id"]!.GetValue<string>()).ToList();
            met.AddRange(link == "next" ? ids : ids.AsEnumerable().Reverse());
            next = page["links"]![link]?.GetValue<string>();
            next = next is null ? null : string.Join('&', next[(next.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Where(pair => !pair.StartsWith("page%5Bsize%5D", StringComparison.Ordinal)));
            Change(random, ids, passing);
        }
        return met;
    }

    /// <summary>Some rows are added, some deleted, often the very row that the cursor points at.</summary>
    private void Change(Random random, List<string> page, List<Guid> passing)
    {
        var leaving = passing.Where(id => random.Next(8) == 0 || (page.Contains(id.ToString()) && random.Next(2) == 0)).ToList();
        _photos.Remove(leaving);
        passing.RemoveAll(leaving.Contains);
        // Fewer than a page on average, so that every walk ends.
        var coming = _photos.Add(random, random.Next(3));
        passing.AddRange(coming);
        _changes += leaving.Count + coming.Count;
    }
}
