namespace Api.Favourites.Validation;

/// <summary>An artwork that is added to a collection.</summary>
internal sealed class CreateCollectionItemValidator : ParametersValidator
{
    public CreateCollectionItemValidator()
    {
        Parameter("collection_id").MustBeGiven().MustBeId();
        Parameter("user_id").MustBeGiven().MustBeId();
        Parameter("artwork_id").MustBeGiven().MustBeId();
    }
}

/// <summary>A new position of a collection item.</summary>
internal sealed class UpdateCollectionItemValidator : ParametersValidator
{
    public UpdateCollectionItemValidator()
    {
        Parameter("collection_id").MustBeId();
        Parameter("user_id").MustBeId();
        Parameter("position").MustBeGiven().MustBePositiveNumber();
    }
}

/// <summary>The deletion of a collection item.</summary>
internal sealed class DeleteCollectionItemValidator : ParametersValidator
{
    public DeleteCollectionItemValidator()
    {
        Parameter("collection_id").MustBeId();
        Parameter("user_id").MustBeId();
    }
}
