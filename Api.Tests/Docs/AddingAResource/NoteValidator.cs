using Api.Validation;
using FluentValidation;

namespace Api.Resources;

/// <summary>The body of a note.</summary>
internal sealed class NoteValidator : WritePlanValidator
{
    public NoteValidator()
    {
        Uuid("collection_id").NotEmpty();
        Text("text").NotEmpty().MaximumLength(MaxText);
        Integer("priority").InclusiveBetween(1, 5);
    }
}
