using Api.Validation;
using FluentValidation;
using FluentValidation.Results;
using JsonApi.Errors;
using Persistence.Writes.Favourites;

namespace Api.Favourites.Validation;

/// <summary>
/// The rules of the parameters of one request: <c>Parameter("name").MustBeGiven().MaximumLength(MaxName)</c>. A parameter without rules is
/// not known, and so an error. The first rule that is broken is reported for each parameter.
/// </summary>
/// <remarks>For writes and tokens. Reads are hot, and check their few parameters as they read them: see <see cref="Parameters"/>.</remarks>
internal abstract class ParametersValidator : AbstractValidator<Parameters>
{
    /// <summary>The most characters of a name, and of most other values.</summary>
    protected const int MaxName = 1_000;

    /// <summary>The most characters of a text.</summary>
    protected const int MaxText = 65_535;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    static ParametersValidator() => RuleLanguage.Use();

    /// <summary>Whether a parameter has rules.</summary>
    internal bool Knows(string name) => _known.Contains(name);

    /// <summary>Returns the errors of a request; none when it is valid.</summary>
    internal List<RequestError> Check(Parameters parameters) =>
        Validate(parameters).Errors.ConvertAll(failure => FavouritesErrors.Parameter(failure.PropertyName, Message(failure)));

    /// <summary>Adds to the rules that each parameter is given once, and that no other is given.</summary>
    public override ValidationResult Validate(ValidationContext<Parameters> context)
    {
        var result = base.Validate(context);
        foreach (var name in context.InstanceToValidate.Names.Distinct())
            if (!_known.Contains(name))
                result.Errors.Add(new ValidationFailure(name, "is not a parameter here"));
            else if (context.InstanceToValidate.IsRepeated(name))
            {
                result.Errors.RemoveAll(failure => failure.PropertyName == name);
                result.Errors.Add(new ValidationFailure(name, "is given more than once"));
            }
        return result;
    }

    /// <summary>The text of a parameter; null where it is not given.</summary>
    protected IRuleBuilderInitial<Parameters, string?> Parameter(string name)
    {
        _known.Add(name);
        return RuleFor(parameters => parameters.Value(name)).Cascade(CascadeMode.Stop).Configure(rule => rule.PropertyName = name);
    }

    /// <summary>The messages of this API for rules that the other one words differently.</summary>
    private static string Message(ValidationFailure failure) => failure.ErrorCode switch
    {
        "too_long" => $"is longer than {failure.FormattedMessagePlaceholderValues["MaxLength"]} characters",
        _ => failure.ErrorMessage,
    };
}
