using Api.Resources;
using FluentValidation.TestHelper;
using NUnit.Framework;

namespace Api.Tests.Unit.Validators;

internal sealed class ProductGroupValidatorTests
{
    private const string Type = "product_groups";

    private readonly ProductGroupValidator _validator = new();

    [TestCase("buffer_time_before")]
    [TestCase("buffer_time_after")]
    [TestCase("shortage_limit")]
    [TestCase("deposit_in_cents")]
    [TestCase("default_purchase_cost_in_cents")]
    [TestCase("flat_fee_price_in_cents")]
    [TestCase("structure_price_in_cents")]
    public void Numbers_are_not_negative(string name)
    {
        _validator.TestValidate(Bodies.Update(Type, $$"""{"{{name}}":0}""")).ShouldNotHaveAnyValidationErrors();
        _validator.TestValidate(Bodies.Update(Type, $$"""{"{{name}}":2147483647}""")).ShouldNotHaveAnyValidationErrors();
        _validator.TestValidate(Bodies.Update(Type, $$"""{"{{name}}":-1}""")).ShouldHaveValidationErrorFor(name)
            .WithErrorCode("out_of_range").WithErrorMessage("must be from 0 to 2147483647").Only();
    }

    [Test]
    public void Properties_have_a_greatest_number()
    {
        string Named(int count) => string.Join(',', Enumerable.Range(0, count).Select(number => $$"""{"name":"{{number}}"}"""));
        _validator.TestValidate(Bodies.Update(Type, $$"""{"properties_attributes":[{{Named(100)}}]}""")).ShouldNotHaveAnyValidationErrors();
        _validator.TestValidate(Bodies.Update(Type, $$"""{"properties_attributes":[{{Named(101)}}]}""")).ShouldHaveValidationErrorFor("properties_attributes")
            .WithErrorCode("too_many").WithErrorMessage("has too many properties (maximum is 100)").Only();
    }

    [TestCase("variation_fields")]
    [TestCase("stock_item_properties")]
    public void Lists_have_a_greatest_number_and_length(string name) => Assert.That(
        _validator.Errors(Bodies.Update(Type, $$"""{"{{name}}":[{{string.Join(',', Enumerable.Repeat(Bodies.Long(256), 101))}}]}""")),
        Is.EqualTo(new[]
        {
            $"{name}: too_many: has too many values (maximum is 100)",
            $"{name}: too_long: has values that are too long (maximum is 255 characters)",
        }));

    [TestCase("sku")]
    public void Names_have_a_greatest_length(string name) =>
        _validator.TestValidate(Bodies.Update(Type, $$"""{"{{name}}":{{Bodies.Long(1_001)}}}""")).ShouldHaveValidationErrorFor(name)
            .WithErrorCode("too_long").Only();

    [TestCase("""{"name":"a","trackable":true,"tracking_type":"trackable"}""", true)]
    [TestCase("""{"name":"a","trackable":false,"tracking_type":"bulk"}""", true)]
    [TestCase("""{"name":"a","tracking_type":"bulk"}""", true)]
    [TestCase("""{"name":"a","trackable":true}""", true)]
    [TestCase("""{"name":"a","trackable":true,"tracking_type":"bulk"}""", false)]
    [TestCase("""{"name":"a","trackable":false,"tracking_type":"trackable"}""", false)]
    public void What_is_trackable_agrees_with_the_tracking_type(string attributes, bool isValid) => Assert.That(
        _validator.Errors(Bodies.Create(Type, attributes)),
        Is.EqualTo(isValid ? Array.Empty<string>() : ["trackable: invalid: should be true exactly when tracking_type is trackable"]));
}
