using Domain.Collections;
using NUnit.Framework;

namespace Api.Tests.Unit.Domain;

/// <summary>
/// The rules of the tree over plain values. Collections are letters, a tree is written as each one's parent: <c>b&lt;a c&lt;b d</c>; a
/// system collection has an exclamation mark.
/// </summary>
internal sealed class CollectionTreeRuleTests
{
    [TestCase("a b", "b<a", "")]
    [TestCase("a b<a", "b", "")]
    [TestCase("a b<a c<b d", "c<d", "")]
    [TestCase("a b<a", "a<b b", "", Description = "parents swap")]
    [TestCase("a b<a c<b d<a", "c<d d<b", "0 TooDeep")]
    [TestCase("a", "a<a", "0 Cycle")]
    [TestCase("a b<a c<b", "a<c", "0 Cycle")]
    [TestCase("a b c", "a<b b<c c<a", "0 Cycle, 1 Cycle, 2 Cycle")]
    [TestCase("a b c", "a<b b<a c<a", "0 Cycle, 1 Cycle", Description = "what is below a cycle is not blamed")]
    [TestCase("a b<a c<b d", "d<c", "0 TooDeep")]
    [TestCase("a b<a c<b d", "a<d", "0 TooDeep", Description = "a descendant gets too deep")]
    [TestCase("a b c d", "b<a c<b d<c", "2 TooDeep")]
    [TestCase("a b<a c<b d e", "a<d e<d", "0 TooDeep", Description = "only the move that causes it")]
    [TestCase("a", "a<x", "0 ParentMissing")]
    [TestCase("a! b", "b<a", "0 ParentIsSystem")]
    [TestCase("a! b<a c", "c<b", "0 ParentIsSystem")]
    [TestCase("a! b c", "b<a c<b", "0 ParentIsSystem, 1 ParentIsSystem")]
    [TestCase("a! b<a", "b", "", Description = "out from below a system collection")]
    public void The_final_tree_is_what_counts(string tree, string moves, string refusals) =>
        Assert.That(string.Join(", ", Read(tree, moves).Check().Select(refusal => $"{refusal.Move} {refusal.Refusal}")), Is.EqualTo(refusals));

    [TestCase("a b", "b<a", "b<a 2", "", "a>b")]
    [TestCase("a b<a c<b", "b", "b 1, c<b 2", "a>b", "", Description = "what stays below b follows from b")]
    [TestCase("a b<a c<b d", "b<d", "b<d 2", "a>b", "d>b")]
    [TestCase("a b<a c<b d", "b<d c<d", "b<d 2, c<d 2", "a>b, a>c, b>c", "d>b, d>c", Description = "what leaves b does not")]
    [TestCase("a b<a c<b d e<d", "b<d e<b", "b<d 2, e<b 3", "a>b", "b>e, d>b", Description = "nor what is added below b")]
    [TestCase("a b<a c<b", "c<a", "c<a 2", "b>c", "", Description = "still below the root")]
    [TestCase("a b<a", "a<b b", "a<b 2, b 1", "a>b", "b>a")]
    [TestCase("a b<a c", "b<a", "", "", "")]
    public void A_move_lists_moved_collections_and_removed_and_added_pairs(string tree, string moves, string moved, string removed, string added)
    {
        var outcome = Read(tree, moves).Outcome();
        Assert.That(Sorted(outcome.Moved.Select(collection => $"{Name(collection.Id)}{(collection.ParentId is { } parent ? "<" + Name(parent) : "")} {collection.Depth}")), Is.EqualTo(moved));
        Assert.That(Sorted(outcome.Removed.Select(Name)), Is.EqualTo(removed));
        Assert.That(Sorted(outcome.Added.Select(Name)), Is.EqualTo(added));
    }

    [Test]
    public void A_chain_of_ten_thousand_is_judged_at_once()
    {
        var nodes = Enumerable.Range(0, 10_000).ToDictionary(Id, _ => new TreeNode(null, false));
        var chain = Enumerable.Range(1, 9_999).Select(number => new TreeMove(Id(number), Id(number - 1))).ToList();
        Assert.That(new CollectionTree(nodes, chain).Check(), Has.Count.EqualTo(9_997));
        chain.Add(new TreeMove(Id(0), Id(9_999)));
        Assert.That(new CollectionTree(nodes, chain).Check().Select(refusal => refusal.Refusal), Is.EqualTo(Enumerable.Repeat(TreeRefusal.Cycle, 10_000)));
    }

    private static CollectionTree Read(string tree, string moves)
    {
        var nodes = tree.Split(' ').ToDictionary(node => Id(node[0]), node => new TreeNode(Parent(node), node.EndsWith('!')));
        return new CollectionTree(nodes, [.. moves.Split(' ').Select(move => new TreeMove(Id(move[0]), Parent(move)))]);
    }

    private static Guid? Parent(string node) => node.Contains('<', StringComparison.Ordinal) ? Id(node[2]) : null;

    private static Guid Id(int number) => new(number + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static char Name(Guid id) => (char)(BitConverter.ToInt32(id.ToByteArray(), 0) - 1);

    private static string Name(TreePair pair) => $"{Name(pair.Above)}>{Name(pair.Below)}";

    private static string Sorted(IEnumerable<string> texts) => string.Join(", ", texts.Order(StringComparer.Ordinal));
}
