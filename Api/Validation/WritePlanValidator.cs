using System.Linq.Expressions;
using FluentValidation;
using FluentValidation.Results;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;

namespace Api.Validation;

/// <summary>
/// The rules of the bodies of one resource: <c>Text("name").NotEmpty().MaximumLength(MaxName)</c>. An update that leaves out a name
/// skips its rules; for a create, a name that is left out is null.
/// </summary>
internal abstract class WritePlanValidator : AbstractValidator<WritePlan>, IBodyValidator
{
    /// <summary>The most characters of a name.</summary>
    protected const int MaxName = 1_000;

    /// <summary>The most characters of a text.</summary>
    protected const int MaxText = 65_535;

    static WritePlanValidator() => RuleLanguage.Use();

    public IReadOnlyList<RequestError> Check(WritePlan plan) =>
        Validate(plan).Errors.ConvertAll(failure =>
            RequestError.Invalid(failure.CustomState as string[] ?? [failure.PropertyName], failure.ErrorMessage, failure.ErrorCode));

    /// <summary>
    /// Adds to the resource's own rules that null is only for attributes that can be null. What an update cannot set is compared with the
    /// present value instead.
    /// </summary>
    public override ValidationResult Validate(ValidationContext<WritePlan> context)
    {
        var result = base.Validate(context);
        var plan = context.InstanceToValidate;
        foreach (var (name, value) in plan.Values)
            if (value is null
                && plan.Definition.FindAttribute(name) is { CanBeNull: false } attribute
                && (plan.IsCreate || attribute.Writability == Writability.Always)
                && !result.Errors.Exists(error => error.PropertyName == name))
                result.Errors.Add(new ValidationFailure(name, "can't be blank") { ErrorCode = "blank" });
        return result;
    }

    /// <summary>The text, enum name or JSON object of a name.</summary>
    protected IRuleBuilderInitial<WritePlan, string?> Text(string name) => Rule(name, plan => plan.Text(name));

    protected IRuleBuilderInitial<WritePlan, Guid?> Uuid(string name) => Rule(name, plan => plan.Uuid(name));

    protected IRuleBuilderInitial<WritePlan, int?> Integer(string name) => Rule(name, plan => plan.Integer(name));

    protected IRuleBuilderInitial<WritePlan, double?> Float(string name) => Rule(name, plan => plan.Float(name));

    protected IRuleBuilderInitial<WritePlan, bool?> Boolean(string name) => Rule(name, plan => plan.Boolean(name));

    /// <summary>The strings of an array.</summary>
    protected IRuleBuilderInitial<WritePlan, IReadOnlyList<string>?> Texts(string name) => Rule(name, plan => plan.Texts(name));

    /// <summary>The resources of another type that are written with this one.</summary>
    protected IRuleBuilderInitial<WritePlan, IReadOnlyList<NestedWrite>> Nested(string name) => Rule(name, plan => plan.Nested(name));

    /// <summary>A JSON object with these members and no others.</summary>
    protected void Members(string name, params JsonMember[] members) => RuleFor(plan => plan).Custom((plan, context) =>
    {
        if (plan.Text(name) is not { } text)
            return;
        foreach (var (member, (code, message)) in JsonMember.Check(text, members))
            context.AddFailure(new ValidationFailure($"{name}.{member}", message) { ErrorCode = code, CustomState = new[] { name, member } });
    });

    /// <summary>A value that is read from the plan in a way of its own; errors are about the name.</summary>
    protected IRuleBuilderInitial<WritePlan, T> Rule<T>(string name, Expression<Func<WritePlan, T>> value) =>
        RuleFor(value).Configure(rule =>
        {
            rule.PropertyName = name;
            rule.ApplySharedCondition(context => context.InstanceToValidate is var plan && (plan.IsCreate || plan.Sets(name)));
        });
}
