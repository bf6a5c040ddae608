using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>What is read, and how many statements that takes: one per set of rows.</summary>
internal sealed class RowPlanTests
{
    [TestCase("photos?fields[photos]=width,alt_text,width", """
        page 1 of 25 rows
        rows 0 of Photo
          columns Id, AltText, Width
          where always
          order Position, CreatedAt, Id
          photos: alt_text, width

        """)]
    [TestCase("photos?fields[photos]=id,type,owner", """
        page 1 of 25 rows
        rows 0 of Photo
          columns Id
          where always
          order Position, CreatedAt, Id
          photos: 

        """)]
    [TestCase("photos?fields[photos]=photo,original_url", """
        page 1 of 25 rows
        rows 0 of Photo
          columns Id, OriginalUrl, LargeUrl, XlargeUrl
          where always
          order Position, CreatedAt, Id
          photos: original_url, photo

        """)]
    [TestCase("collection_items/ID?fields[collection_items]=position&fields[items]=sku&fields[bundles]=name&fields[photos]=width&include=item.photo,collection&fields[collections]=", """
        one resource
        included, 10000 rows at most
        rows 0 of CollectionItem
          columns Id, Position, Item.Id, Item.Kind, Item.Sku, Item.Name, Item.Photo.Id, Item.Photo.Width, Collection.Id
          where Id = 11111111-1111-1111-1111-111111111111
          collection_items: position
            item, items as product_groups: sku
            item, items as bundles: name
              photo, photos: width
            collection, collections: 

        """)]
    [TestCase("collection_items?fields[collection_items]=&extra_fields[collection_items]=source_collections&include=", """
        page 1 of 25 rows
        included, 10000 rows at most
        rows 0 of CollectionItem
          columns Id
          where always
          order Position, CreatedAt, Id
          collection_items: source_collections = rows 1
          rows 1 of CollectionItem, of each CollectionItem in Id
            columns CollectionId, Collection.Name
            where (ItemId = outer ItemId and Implicit = false and (Collection.ParentId = outer CollectionId or Collection.Parent.ParentId = outer CollectionId))
            order Collection.Depth, Collection.Position, Collection.Name, CollectionId

        """)]
    [TestCase("bundles/ID?fields[bundles]=name&include=bundle_items.product_group&fields[bundle_items]=quantity&fields[product_groups]=sku", """
        one resource
        included, 10000 rows at most
        rows 0 of Bundle
          columns Id, Name
          where (Kind = "bundles" and Id = 11111111-1111-1111-1111-111111111111)
          bundles: name
            bundle_items: rows 1
          rows 1 of BundleItem, by BundleId below Bundle in Id
            columns Id, Quantity, ProductGroup.Id, ProductGroup.Sku
            where not (Archived = true)
            order Position, CreatedAt, Id
            bundle_items: quantity
              product_group, product_groups: sku

        """)]
    [TestCase("items?fields[items]=name&include=collection_items&fields[collection_items]=&stats[total]=count&page[size]=5", """
        page 1 of 5 rows
        stat stats.total.count: Count of rows
        included, 10000 rows at most
        rows 0 of Item
          columns Id, Kind, Name
          where not (Archived = true)
          order CreatedAt, Id
          items as product_groups: name
          items as bundles: name
            collection_items: rows 1
          rows 1 of CollectionItem, by ItemId below Item in Id
            columns Id
            where always
            order Position, CreatedAt, Id
            collection_items: 

        """)]
    public void Only_what_is_asked_for_is_read(string url, string plan) => Assert.That(Planned.Print(url), Is.EqualTo(plan));

    [Test]
    public void Default_fields_are_in_the_documented_order() =>
        Assert.That(Planned.Line("collection_items", "collection_items:"), Is.EqualTo("created_at, updated_at, item_id, collection_id, position, implicit"));

    [Test]
    public void A_type_s_own_fields_go_before_those_of_items()
    {
        const string Url = "items?fields[items]=name&fields[bundles]=slug";
        Assert.That(Planned.Line(Url, "items as product_groups:"), Is.EqualTo("name"));
        Assert.That(Planned.Line(Url, "items as bundles:"), Is.EqualTo("slug"));
    }
}
