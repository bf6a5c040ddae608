using FluentValidation;

namespace Api.Favourites.Validation;

/// <summary>Rules that several parameters have, besides those of FluentValidation. All but the first are met by no value.</summary>
internal static class ParameterRules
{
    /// <summary>A value, which may consist of blanks.</summary>
    internal static IRuleBuilderOptions<Parameters, string?> MustBeGiven(this IRuleBuilder<Parameters, string?> rule) =>
        rule.Must(text => !string.IsNullOrEmpty(text)).WithMessage("is required");

    internal static IRuleBuilderOptions<Parameters, string?> MustBeId(this IRuleBuilder<Parameters, string?> rule) =>
        rule.Must(text => string.IsNullOrEmpty(text) || Guid.TryParseExact(text, "D", out _)).WithMessage("must be an id");

    internal static IRuleBuilderOptions<Parameters, string?> MustBeFlag(this IRuleBuilder<Parameters, string?> rule) =>
        rule.Must(text => text is null or "" or "true" or "1" or "false" or "0").WithMessage("must be true or false");

    internal static IRuleBuilderOptions<Parameters, string?> MustBePositiveNumber(this IRuleBuilder<Parameters, string?> rule) =>
        rule.Must(text => string.IsNullOrEmpty(text) || Parameters.IsPositiveNumber(text)).WithMessage("must be a whole number, 1 or more");

    internal static IRuleBuilderOptions<Parameters, string?> MustBe(this IRuleBuilder<Parameters, string?> rule, string word) =>
        rule.Must(text => text is null || text == word).WithMessage($"must be '{word}'");

    /// <summary>A secret, which may not be in the URL, because URLs end up in logs.</summary>
    internal static IRuleBuilderOptions<Parameters, string?> MustBeSecret(this IRuleBuilder<Parameters, string?> rule) =>
        rule.Must((parameters, _, context) => !parameters.IsInQuery(context.PropertyPath))
            .WithMessage("must be in the body, not in the URL");
}
