using Domain.Favourites;
using JsonApi.Definitions;

namespace Api.Favourites;

/// <summary>
/// Which users' collections, and collection items, a caller sees: the public ones and the caller's own. There is no other rule.
/// </summary>
internal static class Visibility
{
    private static readonly PropertyPath Private = PropertyPath.From((UserCollection collection) => collection.Private);
    private static readonly PropertyPath Owner = PropertyPath.From((UserCollection collection) => collection.UserId);
    private static readonly PropertyPath ItemPrivate = PropertyPath.From((UserCollectionItem item) => item.Collection!.Private);
    private static readonly PropertyPath ItemOwner = PropertyPath.From((UserCollectionItem item) => item.Collection!.UserId);

    internal static Condition OfCollections(Guid? caller) => Of(Private, Owner, caller);

    internal static Condition OfItems(Guid? caller) => Of(ItemPrivate, ItemOwner, caller);

    private static Condition Of(PropertyPath isPrivate, PropertyPath owner, Guid? caller) => caller is { } user
        ? new Any([Condition.Is(isPrivate, false), Condition.Is(owner, user)])
        : Condition.Is(isPrivate, false);
}
