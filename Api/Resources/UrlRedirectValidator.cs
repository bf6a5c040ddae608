using Api.Validation;
using Domain.Redirects;
using FluentValidation;
using FluentValidation.Results;

namespace Api.Resources;

/// <summary>The body of a redirect.</summary>
internal sealed class UrlRedirectValidator : WritePlanValidator
{
    public UrlRedirectValidator()
    {
        foreach (var name in new[] { "from_path", "to_path" })
            Text(name).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(RedirectPath.MaxLength).Custom((path, context) =>
            {
                if (path is not null && RedirectPath.Read(path).Fault is { } fault)
                    context.AddFailure(new ValidationFailure(name, fault) { ErrorCode = "invalid" });
            });
    }
}
