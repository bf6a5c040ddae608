using Domain.Collections;
using NUnit.Framework;
using static Domain.Collections.PlacementRefusal;

namespace Api.Tests.Unit.Domain;

/// <summary>Whether an item may be added to a collection or removed from it.</summary>
internal sealed class PlacementTests
{
    [Test]
    public void An_item_is_added_to_a_collection_that_does_not_contain_it() => Assert.That(Placement.CheckAdd(false, false, null), Is.Empty);

    [Test]
    public void An_implicit_item_may_be_made_explicit() => Assert.That(Placement.CheckAdd(false, false, existingImplicit: true), Is.Empty);

    [Test]
    public void An_explicit_item_is_taken() => Assert.That(Placement.CheckAdd(false, false, existingImplicit: false), Is.EqualTo(new[] { AlreadyTaken }));

    [TestCase(null, CollectionMissing)]
    [TestCase(true, CollectionIsSystem)]
    public void A_collection_must_exist_and_not_be_a_system_collection(bool? isSystem, PlacementRefusal expected) =>
        Assert.That(Placement.CheckAdd(isSystem, false, null), Is.EqualTo(new[] { expected }));

    [TestCase(null)]
    [TestCase(true)]
    public void An_item_must_exist_and_not_be_archived(bool? isArchived) =>
        Assert.That(Placement.CheckAdd(false, isArchived, null), Is.EqualTo(new[] { ItemMissing }));

    [TestCase(null, null, CollectionMissing, ItemMissing)]
    [TestCase(true, true, CollectionIsSystem, ItemMissing)]
    public void Errors_of_both_ids_are_found_together(bool? isSystem, bool? isArchived, params PlacementRefusal[] expected) =>
        Assert.That(Placement.CheckAdd(isSystem, isArchived, null), Is.EqualTo(expected));

    [Test]
    public void An_archived_item_is_missing_even_if_a_row_contains_it() =>
        Assert.That(Placement.CheckAdd(false, true, existingImplicit: false), Is.EqualTo(new[] { ItemMissing }));

    [TestCase(false, false, null)]
    [TestCase(false, true, IsImplicit)]
    [TestCase(true, false, CollectionIsSystem)]
    [TestCase(true, true, CollectionIsSystem)]
    public void Only_explicit_items_of_ordinary_collections_are_removed(bool isSystem, bool isImplicit, PlacementRefusal? expected) =>
        Assert.That(Placement.CheckRemove(isSystem, isImplicit), Is.EqualTo(expected));
}
