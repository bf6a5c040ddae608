namespace Api.Resources;

/// <summary>Both ends have to be given; whether they are there is for the store to tell.</summary>
internal sealed class CollectionItemValidator : WritePlanValidator
{
    public CollectionItemValidator() => Required("collection_id", "item_id");
}
