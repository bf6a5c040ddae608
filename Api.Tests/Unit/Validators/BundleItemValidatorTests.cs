using Api.Resources;
using FluentValidation.TestHelper;
using NUnit.Framework;

namespace Api.Tests.Unit.Validators;

internal sealed class BundleItemValidatorTests
{
    private const string Type = "bundle_items";

    private readonly BundleItemValidator _validator = new();

    [Test]
    public void A_new_bundle_item_has_a_bundle_and_a_product_group() => Assert.That(
        _validator.Errors(Bodies.Create(Type, "{}")),
        Is.EqualTo(new[] { "bundle_id: blank: can't be blank", "product_group_id: blank: can't be blank" }));

    [TestCase("quantity", "1")]
    [TestCase("quantity", "1000000")]
    [TestCase("position", "1")]
    [TestCase("discount_percentage", "0")]
    [TestCase("discount_percentage", "100.0")]
    [TestCase("discount_percentage", "12.5")]
    public void Numbers_reach_from_end_to_end(string name, string value) =>
        _validator.TestValidate(Bodies.Update(Type, $$"""{"{{name}}":{{value}}}""")).ShouldNotHaveAnyValidationErrors();

    [TestCase("quantity", "0", "1 to 1000000")]
    [TestCase("quantity", "1000001", "1 to 1000000")]
    [TestCase("position", "-1", "1 to 1000000")]
    [TestCase("discount_percentage", "-0.001", "0 to 100")]
    [TestCase("discount_percentage", "100.001", "0 to 100")]
    public void Numbers_outside_are_errors(string name, string value, string range) =>
        _validator.TestValidate(Bodies.Update(Type, $$"""{"{{name}}":{{value}}}""")).ShouldHaveValidationErrorFor(name)
            .WithErrorCode("out_of_range").WithErrorMessage($"must be from {range}").Only();

    [Test]
    public void A_photo_id_has_a_greatest_length() =>
        _validator.TestValidate(Bodies.Update(Type, $$"""{"photo_id":{{Bodies.Long(1_001)}}}""")).ShouldHaveValidationErrorFor("photo_id")
            .WithErrorCode("too_long").Only();
}
