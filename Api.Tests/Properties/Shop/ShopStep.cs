namespace Api.Tests.Properties.Shop;

internal enum ShopAct
{
    CreateCollection,
    ChangeCollection,
    MoveCollection,
    DeleteCollection,
    Tree,
    AddCollectionItem,
    RemoveCollectionItem,
    CreateItem,
    ChangeItem,
    ArchiveItem,
    RestoreItem,
    CreateProduct,
    ChangeProduct,
    DeleteProduct,
    CreateProperty,
    ChangeProperty,
    DeleteProperty,
    CreatePart,
    ChangePart,
    DeletePart,
    CreatePhoto,
    ChangePhoto,
    DeletePhoto,
    Sort,
    Operate,
    Bulk,
}

/// <summary>Something done to a shop; what the number means is up to the act and the state the shop is in.</summary>
internal readonly record struct ShopStep(ShopAct Act, int Seed)
{
    // Writes that others depend on are frequent; writes that remove much are rare.
    private static readonly ShopAct[] Acts =
    [
        .. Enum.GetValues<ShopAct>(),
        ShopAct.CreateCollection, ShopAct.MoveCollection, ShopAct.MoveCollection, ShopAct.MoveCollection, ShopAct.Tree, ShopAct.Tree,
        ShopAct.AddCollectionItem, ShopAct.AddCollectionItem, ShopAct.AddCollectionItem, ShopAct.AddCollectionItem, ShopAct.AddCollectionItem, ShopAct.AddCollectionItem, ShopAct.RemoveCollectionItem, ShopAct.RemoveCollectionItem, ShopAct.RemoveCollectionItem,
        ShopAct.CreateItem, ShopAct.CreateItem, ShopAct.ChangeItem, ShopAct.ChangeItem, ShopAct.RestoreItem,
        ShopAct.CreateProduct, ShopAct.CreateProduct, ShopAct.ChangeProduct, ShopAct.CreateProperty, ShopAct.ChangeProperty, ShopAct.CreatePart, ShopAct.ChangePart, ShopAct.CreatePhoto, ShopAct.ChangePhoto, ShopAct.Sort, ShopAct.Sort, ShopAct.Sort, ShopAct.Bulk, ShopAct.Bulk, ShopAct.Operate, ShopAct.Operate, ShopAct.Operate, ShopAct.Operate,
    ];

    internal static ShopStep Make(Random random) => new(random.Pick(Acts), random.Next(1_000_000));

    internal ShopRequest Request(ShopState shop)
    {
        var random = new Random(Seed);
        return Act switch
        {
            ShopAct.Tree => SortingSteps.Tree(shop, random),
            ShopAct.Sort => SortingSteps.Sort(shop, random),
            ShopAct.Operate => OperationSteps.Operate(shop, random),
            ShopAct.Bulk => BulkSteps.Operate(shop, random),
            _ => Write(shop)!.Request(asRelationships: random.Next(3) == 0),
        };
    }

    /// <summary>The write of one resource that the step is; null where it is an action.</summary>
    internal ShopWrite? Write(ShopState shop)
    {
        var random = new Random(Seed);
        return Act switch
        {
            ShopAct.CreateCollection => CollectionSteps.Create(shop, random),
            ShopAct.ChangeCollection => CollectionSteps.Change(shop, random, moves: false),
            ShopAct.MoveCollection => CollectionSteps.Change(shop, random, moves: true),
            ShopAct.DeleteCollection => CollectionSteps.Delete(shop, random),
            ShopAct.AddCollectionItem => CollectionItemSteps.Add(shop, random),
            ShopAct.RemoveCollectionItem => CollectionItemSteps.Remove(shop, random),
            ShopAct.CreateItem => ItemSteps.Create(shop, random),
            ShopAct.ChangeItem => ItemSteps.Change(shop, random, restores: false),
            ShopAct.RestoreItem => ItemSteps.Change(shop, random, restores: true),
            ShopAct.ArchiveItem => ItemSteps.Archive(shop, random),
            ShopAct.CreateProduct => ProductSteps.Create(shop, random),
            ShopAct.ChangeProduct => ProductSteps.Change(shop, random),
            ShopAct.DeleteProduct => ProductSteps.Delete(shop, random),
            ShopAct.CreateProperty => PropertySteps.Create(shop, random),
            ShopAct.ChangeProperty => PropertySteps.Change(shop, random),
            ShopAct.DeleteProperty => PropertySteps.Delete(shop, random),
            ShopAct.CreatePart => BundleItemSteps.Create(shop, random),
            ShopAct.ChangePart => BundleItemSteps.Change(shop, random),
            ShopAct.DeletePart => BundleItemSteps.Delete(shop, random),
            ShopAct.CreatePhoto => PhotoSteps.Create(shop, random),
            ShopAct.ChangePhoto => PhotoSteps.Change(shop, random),
            ShopAct.DeletePhoto => PhotoSteps.Delete(shop, random),
            _ => null,
        };
    }

    public override string ToString() => $"{Act}({Seed})";
}

/// <summary>Steps to take one after the other.</summary>
internal sealed record ShopSequence(IReadOnlyList<ShopStep> Steps)
{
    internal static ShopSequence Make(int seed, int length)
    {
        var random = new Random(seed);
        return new ShopSequence([.. Enumerable.Range(0, random.Next(length / 2, length)).Select(_ => ShopStep.Make(random))]);
    }

    /// <summary>The same with a part of it left out, large ones first.</summary>
    internal IEnumerable<ShopSequence> Shrunk()
    {
        for (var size = Steps.Count / 2; size > 0; size /= 2)
            for (var at = 0; at + size <= Steps.Count; at += size)
                yield return new ShopSequence([.. Steps.Take(at), .. Steps.Skip(at + size)]);
    }

    public override string ToString() => string.Join("; ", Steps);
}
