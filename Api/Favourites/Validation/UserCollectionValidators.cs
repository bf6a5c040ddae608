using FluentValidation;

namespace Api.Favourites.Validation;

/// <summary>A new collection.</summary>
internal sealed class CreateCollectionValidator : ParametersValidator
{
    public CreateCollectionValidator()
    {
        Parameter("user_id").MustBeGiven().MustBeId();
        Parameter("name").MustBeGiven().MaximumLength(MaxName);
        Parameter("description").MaximumLength(MaxText);
        Parameter("private").MustBeFlag();
    }
}

/// <summary>Changes of a collection: what is left out stays.</summary>
internal sealed class UpdateCollectionValidator : ParametersValidator
{
    public UpdateCollectionValidator()
    {
        Parameter("user_id").MustBeId();
        Parameter("name").MustBeGiven().MaximumLength(MaxName).When(parameters => parameters.IsGiven("name"));
        Parameter("description").MaximumLength(MaxText);
        Parameter("private").MustBeFlag();
    }
}

/// <summary>The deletion of a collection.</summary>
internal sealed class DeleteCollectionValidator : ParametersValidator
{
    public DeleteCollectionValidator() => Parameter("user_id").MustBeId();
}
