using Api.Resources;
using Api.Validation;
using FluentValidation.TestHelper;
using NUnit.Framework;

namespace Api.Tests.Unit.Validators;

/// <summary>What the bodies of product groups and bundles have in common.</summary>
[TestFixture("product_groups")]
[TestFixture("bundles")]
internal sealed class ItemValidatorTests(string type)
{
    private readonly WritePlanValidator _validator = type == "bundles" ? new BundleValidator() : new ProductGroupValidator();

    [Test]
    public void A_new_item_has_a_name()
    {
        _validator.TestValidate(Bodies.Create(type, """{"name":"Kayak","tag_list":["a","b c"]}""")).ShouldNotHaveAnyValidationErrors();
        _validator.TestValidate(Bodies.Create(type, "{}")).ShouldHaveValidationErrorFor("name").WithErrorCode("blank").Only();
    }

    [TestCase("name", 1_000)]
    [TestCase("seo_title", 1_000)]
    [TestCase("extra_information", 65_535)]
    [TestCase("description", 65_535)]
    [TestCase("excerpt", 65_535)]
    [TestCase("seo_description", 65_535)]
    [TestCase("slug", 200)]
    public void Texts_have_a_greatest_length(string name, int most)
    {
        _validator.TestValidate(Bodies.Update(type, $$"""{"{{name}}":{{Bodies.Long(most)}}}""")).ShouldNotHaveAnyValidationErrors();
        _validator.TestValidate(Bodies.Update(type, $$"""{"{{name}}":{{Bodies.Long(most + 1)}}}""")).ShouldHaveValidationErrorFor(name)
            .WithErrorCode("too_long").WithErrorMessage($"is too long (maximum is {most} characters)").Only();
    }

    [Test]
    public void A_new_item_is_not_archived()
    {
        _validator.TestValidate(Bodies.Create(type, """{"name":"Kayak","archived":true}""")).ShouldHaveValidationErrorFor("archived")
            .WithErrorCode("invalid").WithErrorMessage("can't be true for what is new").Only();
        _validator.TestValidate(Bodies.Create(type, """{"name":"Kayak","archived":false}""")).ShouldNotHaveAnyValidationErrors();
        _validator.TestValidate(Bodies.Update(type, """{"archived":true}""")).ShouldNotHaveAnyValidationErrors();
    }

    [TestCase("\"\"")]
    [TestCase("\" \"")]
    [TestCase("\"a,b\"")]
    public void A_tag_is_not_empty_and_has_no_comma(string tag) =>
        _validator.TestValidate(Bodies.Update(type, $$"""{"tag_list":["a",{{tag}}]}""")).ShouldHaveValidationErrorFor("tag_list")
            .WithErrorCode("invalid").WithErrorMessage("should have tags without commas, none of them empty").Only();

    [Test]
    public void Tags_have_a_greatest_number_and_length()
    {
        string Tags(int count, int length) => $$"""{"tag_list":[{{string.Join(',', Enumerable.Repeat(Bodies.Long(length), count))}}]}""";
        _validator.TestValidate(Bodies.Update(type, Tags(100, 255))).ShouldNotHaveAnyValidationErrors();
        Assert.That(_validator.Errors(Bodies.Update(type, Tags(101, 256))), Is.EqualTo(new[]
        {
            "tag_list: too_many: has too many values (maximum is 100)",
            "tag_list: too_long: has values that are too long (maximum is 255 characters)",
        }));
    }

    [Test]
    public void A_body_has_one_image() =>
        _validator.TestValidate(Bodies.Update(type, """{"photo_base64":"abc","remote_photo_url":"https://example.com/a.jpg"}"""))
            .ShouldHaveValidationErrorFor("remote_photo_url").WithErrorCode("contradictory")
            .WithErrorMessage("cannot be given beside another image (photo_base64, remote_photo_url)").Only();
}
