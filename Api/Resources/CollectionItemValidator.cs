using Api.Validation;
using FluentValidation;

namespace Api.Resources;

/// <summary>The body of a collection item; the writes check that the collection and the item exist.</summary>
internal sealed class CollectionItemValidator : WritePlanValidator
{
    public CollectionItemValidator()
    {
        Uuid("collection_id").NotEmpty();
        Uuid("item_id").NotEmpty();
    }
}
