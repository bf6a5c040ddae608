using FluentValidation;
using JsonApi.Planning;

namespace Api.Resources;

/// <summary>The body of a collection item's creation.</summary>
internal sealed record NewCollectionItem(Guid? CollectionId, Guid? ItemId)
{
    internal static NewCollectionItem From(WritePlan plan) => new(plan.Uuid("collection_id"), plan.Uuid("item_id"));
}

/// <summary>Both ends have to be given; whether they are there is for the store to tell.</summary>
internal sealed class NewCollectionItemValidator : AbstractValidator<NewCollectionItem>
{
    public NewCollectionItemValidator()
    {
        RuleFor(place => place.CollectionId).NotNull().OverridePropertyName("collection_id").WithErrorCode("blank").WithMessage("can't be blank");
        RuleFor(place => place.ItemId).NotNull().OverridePropertyName("item_id").WithErrorCode("blank").WithMessage("can't be blank");
    }
}
