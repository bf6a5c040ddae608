using System.Globalization;
using Domain.Collections;
using JsonApi.Errors;
using Persistence.Transactions;

namespace Persistence.Writes.Collections;

/// <summary>What a collection of a tree becomes; what is not set stays as it is.</summary>
public sealed record TreeEntry(Guid Id)
{
    public bool SetsParent { get; init; }

    public Guid? ParentId { get; init; }

    public bool SetsPosition { get; init; }

    public int? Position { get; init; }
}

/// <summary>Many collections moved and ordered at once, or none: only the tree they end in has to keep the rules.</summary>
public static class CollectionTreeWrites
{
    /// <summary>Moves and orders the collections as the entries say, or returns what is wrong with which entry.</summary>
    public static List<RequestError> Apply(WriteTransaction transaction, IReadOnlyList<TreeEntry> entries)
    {
        var wanted = entries.Where(entry => entry.SetsParent).DistinctBy(entry => entry.Id).Select(entry => new TreeMove(entry.Id, entry.ParentId)).ToList();
        var nodes = TreeRows.Read(transaction, wanted, entries.Select(entry => entry.Id));
        var moves = wanted.Where(move => nodes.ContainsKey(move.Id)).ToList();
        var tree = new CollectionTree(nodes, moves);
        var errors = CheckEntries(entries, nodes);
        var numbers = entries.Select((entry, index) => (entry, index)).Where(pair => pair.entry.SetsParent).DistinctBy(pair => pair.entry.Id)
            .ToDictionary(pair => pair.entry.Id, pair => pair.index);
        errors.AddRange(tree.Check().Select(refusal => TreeErrors.Of(refusal.Refusal, Name(numbers[moves[refusal.Move].Id], "parent_id"))));
        if (errors.Count > 0)
            return errors;
        TreeRows.Move(transaction, tree.Outcome());
        TreeRows.SetPositions(transaction, entries.Where(entry => entry.SetsPosition).Select(entry => (entry.Id, entry.Position)));
        transaction.ClearTracking();
        return [];
    }

    private static List<RequestError> CheckEntries(IReadOnlyList<TreeEntry> entries, Dictionary<Guid, TreeNode> nodes)
    {
        var errors = new List<RequestError>();
        var seen = new HashSet<Guid>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (!seen.Add(entries[i].Id))
                errors.Add(Refused(i, "id", "is in the list twice", "duplicate"));
            else if (!nodes.TryGetValue(entries[i].Id, out var node))
                errors.Add(Refused(i, "id", "must be the id of a collection of this company", "not_found"));
            else if (node.IsSystem)
                errors.Add(Refused(i, "id", "is a system collection, which cannot be changed", "system"));
            if (entries[i].Position < 0)
                errors.Add(Refused(i, "position", "must be 0 or more", "out_of_range"));
        }
        return errors;
    }

    private static RequestError Refused(int index, string attribute, string message, string code) =>
        RequestError.Invalid(Name(index, attribute), message, code);

    private static string Name(int index, string attribute) => string.Create(CultureInfo.InvariantCulture, $"collections/{index}/{attribute}");
}
