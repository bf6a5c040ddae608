using Api.Photos;
using Domain;
using FluentValidation;
using JsonApi.Errors;
using JsonApi.Planning;

namespace Api.Resources;

/// <summary>The rules of one body, by the names it uses; a rule about a name that the body leaves out is met. One per written resource.</summary>
internal abstract class WritePlanValidator : AbstractValidator<WritePlan>, IBodyValidator
{
    /// <summary>The most characters of a name.</summary>
    protected const int MaxName = 1_000;

    /// <summary>The most characters of a text.</summary>
    protected const int MaxText = 65_535;

    /// <summary>The errors of a body; empty when there are none.</summary>
    public IReadOnlyList<RequestError> Check(WritePlan plan)
    {
        var errors = Validate(plan).Errors.ConvertAll(failure => RequestError.Invalid(failure.PropertyName, failure.ErrorMessage, failure.ErrorCode));
        foreach (var (name, value) in plan.Values)
            if (value is null && plan.Definition.FindAttribute(name) is { CanBeNull: false } && !errors.Any(error => error.Meta!.Attribute == name))
                errors.Add(RequestError.Invalid(name, "can't be blank", "blank"));
        return errors;
    }

    /// <summary>Has to be given when the resource is made, and is never empty nor made of blanks.</summary>
    protected void Required(params string[] names)
    {
        foreach (var name in names)
            Rule(name, plan => (plan.Values.GetValueOrDefault(name) is { } value && !(value is string text && string.IsNullOrWhiteSpace(text))) || (!plan.IsCreate && !plan.Sets(name)), "can't be blank", "blank");
    }

    /// <summary>Texts of at most so many characters.</summary>
    protected void MaxLength(int characters, params string[] names)
    {
        foreach (var name in names)
            Rule(name, plan => plan.Text(name) is not { } text || text.Length <= characters, $"is too long (maximum is {characters} characters)", "too_long");
    }

    /// <summary>Whole numbers between two others.</summary>
    protected void Between(int least, int most, params string[] names)
    {
        foreach (var name in names)
            Rule(name, plan => plan.Integer(name) is not { } number || (number >= least && number <= most), $"must be from {least} to {most}", "out_of_range");
    }

    /// <summary>A slug of which something is left once it is spelled like one.</summary>
    protected void ValidSlug()
    {
        MaxLength(Slug.MaxLength, "slug");
        Rule("slug", plan => plan.Text("slug") is not { } slug || Slug.From(slug, "").Length > 0, "should have a letter or a digit", "invalid");
    }

    /// <summary>One image at most, by one of several names; those that end in <c>_url</c> hold an address of the web.</summary>
    protected void OneImage(bool isRequired, params string[] names)
    {
        if (isRequired)
            Rule(names[0], plan => !plan.IsCreate || names.Any(name => plan.Text(name) is not null), $"can't be blank, unless {string.Join(" or ", names[1..])} is given", "blank");
        foreach (var name in names)
        {
            Rule(name, plan => plan.Text(name) is null || !names.TakeWhile(other => other != name).Any(other => plan.Text(other) is not null), $"cannot be given beside another image ({string.Join(", ", names)})", "contradictory");
            if (name.EndsWith("_url", StringComparison.Ordinal))
                Rule(name, plan => plan.Text(name) is not { } url || RemoteImageUrl.IsValid(url), RemoteImageUrl.Message, "invalid_url");
        }
    }

    /// <summary>A rule of one name.</summary>
    protected void Rule(string name, Func<WritePlan, bool> isMet, string message, string code) =>
        RuleFor(plan => plan).Must(isMet).OverridePropertyName(name).WithMessage(message).WithErrorCode(code);
}
