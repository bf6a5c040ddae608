namespace Api.Tests.Support;

/// <summary>
/// The catalogue the feature tests speak of, small enough to be known by heart.
/// <code>
/// Outdoor 1          Weekend set (1), Kayak (implicit), kayak (implicit), Zelt (implicit)
///   Water 1          kayak (2), Kayak (implicit)
///     Boats 1        Kayak (1)
///   Land 2           Zelt
/// Indoor             Lamp (hidden from the store), älg
/// Featured (system)  Kayak
/// </code>
/// The number behind a name is its position. "Old raft" is archived and in no collection.
/// </summary>
internal static class TestCatalog
{
    internal static TestCompany Add(ApiServer server, int number, Action<TestCompany>? more = null)
    {
        var company = new TestCompany(server, number);
        AddCollections(company);
        AddItems(company);
        AddCollectionItems(company);
        more?.Invoke(company);
        AddRedirects(company);
        company.Save();
        return company;
    }

    private static void AddCollections(TestCompany company)
    {
        company.Collection("Outdoor", position: 1, configure: collection => collection.Description = "Fresh air");
        company.Collection("Water", "Outdoor", 1);
        company.Collection("Boats", "Water", 1);
        company.Collection("Land", "Outdoor", 2);
        company.Collection("Indoor", configure: collection => collection.ShowInStore = false);
        company.Collection("Featured", system: true);
    }

    private static void AddItems(TestCompany company)
    {
        company.ProductGroup("Kayak", group =>
        {
            group.Sku = "KAY-1";
            group.GroupName = "Boats";
            group.HasVariations = true;
            group.FlatFeePriceInCents = 5_000;
            group.Description = @"50% off_today* C:\new";
            group.TagList.AddRange(["Water", "boat"]);
        });
        company.ProductGroup("kayak", group =>
        {
            group.Sku = "kay-2";
            group.FlatFeePriceInCents = 2_500;
            group.Description = "";
            group.TagList.Add("water");
        });
        company.ProductGroup("Zelt", group =>
        {
            group.FlatFeePriceInCents = 1_000;
            group.PriceType = Domain.Items.PriceType.Fixed;
        });
        company.ProductGroup("Äpfelkorb", group => group.Excerpt = "a, b");
        company.ProductGroup("älg", group => group.Excerpt = "null");
        company.ProductGroup("Lamp", group => group.ShowInStore = false);
        company.ProductGroup("Ａtlas");
        company.ProductGroup("😀 kit");
        company.ProductGroup("Old raft", group =>
        {
            group.Archived = true;
            group.ArchivedAt = new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        });
        company.Bundle("Weekend set", ("Kayak", 1), ("Zelt", 2));
        company.Bundle("Éclair set", ("Old raft", 1));
        company.Photo("Kayak", "bow");
        company.Photo("Kayak", "stern");
        company.Photo("Weekend set", "tent");
    }

    private static void AddCollectionItems(TestCompany company)
    {
        company.CollectionItem("Boats", "Kayak", 1);
        company.CollectionItem("Water", "kayak", 2);
        company.CollectionItem("Land", "Zelt");
        company.CollectionItem("Outdoor", "Weekend set", 1);
        company.CollectionItem("Indoor", "Lamp");
        company.CollectionItem("Indoor", "älg");
        company.CollectionItem("Featured", "Kayak");
    }

    /// <summary>Last, so that no other row has another id or time for it.</summary>
    private static void AddRedirects(TestCompany company)
    {
        company.Redirect("/old-raft", "/collections/boats");
    }
}
