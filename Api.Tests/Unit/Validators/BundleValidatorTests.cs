using Api.Resources;
using FluentValidation.TestHelper;
using NUnit.Framework;

namespace Api.Tests.Unit.Validators;

internal sealed class BundleValidatorTests
{
    private const string Type = "bundles";

    private readonly BundleValidator _validator = new();

    [TestCase(1_000, true)]
    [TestCase(1_001, false)]
    public void A_body_has_a_greatest_number_of_bundle_items(int count, bool isValid)
    {
        var result = _validator.TestValidate(Bodies.Update(Type, $$"""{"bundle_items_attributes":[{{string.Join(',', Enumerable.Repeat("{}", count))}}]}"""));
        if (isValid)
            result.ShouldNotHaveAnyValidationErrors();
        else
            result.ShouldHaveValidationErrorFor("bundle_items_attributes")
                .WithErrorCode("too_many").WithErrorMessage("has too many bundle items (maximum is 1000)").Only();
    }

    [TestCase("null")]
    [TestCase("[]")]
    public void No_bundle_items_are_no_error(string items) =>
        _validator.TestValidate(Bodies.Update(Type, $$"""{"bundle_items_attributes":{{items}}}""")).ShouldNotHaveAnyValidationErrors();
}
