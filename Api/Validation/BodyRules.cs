using Domain;
using FluentValidation;
using JsonApi.Planning;

namespace Api.Validation;

/// <summary>Rules that several bodies have, besides those of FluentValidation.</summary>
internal static class BodyRules
{
    /// <summary>A slug or an identifier of which something is left once it is spelled like one.</summary>
    internal static IRuleBuilderOptions<T, string?> MustBeSlug<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(Slug.MaxLength)
            .Must(slug => slug is null || Slug.From(slug, "").Length > 0)
            .WithErrorCode("invalid").WithMessage("should have a letter or a digit");

    /// <summary>One image at most, which can be given under one of several names.</summary>
    internal static IRuleBuilderOptions<WritePlan, string?> MustBeTheOnlyImage(
        this IRuleBuilder<WritePlan, string?> rule, params string[] names) =>
        rule.Must((plan, image, context) => image is null
                || !names.TakeWhile(name => name != context.PropertyPath).Any(name => plan.Text(name) is not null))
            .WithErrorCode("contradictory").WithMessage($"cannot be given beside another image ({string.Join(", ", names)})");

    /// <summary>A list of at most so many values.</summary>
    internal static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> MaximumCount<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int count, string values = "values") =>
        rule.Must(list => list is null || list.Count <= count)
            .WithErrorCode("too_many").WithMessage($"has too many {values} (maximum is {count})");

    /// <summary>Strings of at most so many characters each.</summary>
    internal static IRuleBuilderOptions<T, IReadOnlyList<string>?> EachMaximumLength<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> rule, int characters) =>
        rule.Must(texts => texts is null || texts.All(text => text.Length <= characters))
            .WithErrorCode("too_long").WithMessage($"has values that are too long (maximum is {characters} characters)");
}
