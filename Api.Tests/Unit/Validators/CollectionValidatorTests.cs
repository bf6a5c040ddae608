using Api.Photos;
using Api.Resources;
using FluentValidation.TestHelper;
using NUnit.Framework;

namespace Api.Tests.Unit.Validators;

internal sealed class CollectionValidatorTests
{
    private const string Type = "collections";

    private readonly CollectionValidator _validator = new();

    [TestCase("""{"name":"Summer"}""")]
    [TestCase("""{"name":"Summer","slug":"Été 2025","description":null,"remote_image_url":"https://example.com/a.jpg"}""")]
    [TestCase("""{"name":"Summer","remove_image":true}""")]
    public void A_good_body_has_no_errors(string attributes) =>
        _validator.TestValidate(Bodies.Create(Type, attributes)).ShouldNotHaveAnyValidationErrors();

    [TestCase("{}")]
    [TestCase("""{"name":null}""")]
    [TestCase("""{"name":""}""")]
    [TestCase("""{"name":" \t "}""")]
    public void A_new_collection_has_a_name(string attributes) =>
        _validator.TestValidate(Bodies.Create(Type, attributes)).ShouldHaveValidationErrorFor("name").WithErrorCode("blank").WithErrorMessage("can't be blank").Only();

    [Test]
    public void An_update_that_leaves_out_the_name_keeps_it() =>
        _validator.TestValidate(Bodies.Update(Type, "{}")).ShouldNotHaveAnyValidationErrors();

    [TestCase("""{"name":null}""")]
    [TestCase("""{"name":" "}""")]
    public void An_update_cannot_take_the_name_away(string attributes) =>
        _validator.TestValidate(Bodies.Update(Type, attributes)).ShouldHaveValidationErrorFor("name").WithErrorCode("blank").Only();

    [TestCase("name", 1_000)]
    [TestCase("seo_title", 1_000)]
    [TestCase("description", 65_535)]
    [TestCase("seo_description", 65_535)]
    [TestCase("slug", 200)]
    public void Texts_have_a_greatest_length(string name, int most)
    {
        _validator.TestValidate(Bodies.Update(Type, $$"""{"{{name}}":{{Bodies.Long(most)}}}""")).ShouldNotHaveAnyValidationErrors();
        _validator.TestValidate(Bodies.Update(Type, $$"""{"{{name}}":{{Bodies.Long(most + 1)}}}""")).ShouldHaveValidationErrorFor(name)
            .WithErrorCode("too_long").WithErrorMessage($"is too long (maximum is {most} characters)").Only();
    }

    [TestCase("\"\"")]
    [TestCase("\"?!\"")]
    public void A_slug_has_a_letter_or_a_digit(string slug) =>
        _validator.TestValidate(Bodies.Update(Type, $$"""{"slug":{{slug}}}""")).ShouldHaveValidationErrorFor("slug")
            .WithErrorCode("invalid").WithErrorMessage("should have a letter or a digit").Only();

    [Test]
    public void Null_is_only_for_what_can_be_null() => Assert.That(
        _validator.Errors(Bodies.Update(Type, """{"slug":null,"show_in_store":null,"description":null,"parent_id":null}""")),
        Is.EqualTo(new[] { "slug: blank: can't be blank", "show_in_store: blank: can't be blank" }));

    [Test]
    public void A_body_has_one_image()
    {
        const string Message = "cannot be given beside another image (image_base64, remote_image_url, external_image_url)";
        Assert.That(
            _validator.Errors(Bodies.Update(Type, """{"external_image_url":"ftp://b","remote_image_url":"https://a.example/a","image_base64":"abc"}""")),
            Is.EqualTo(new[]
            {
                $"remote_image_url: contradictory: {Message}",
                $"external_image_url: contradictory: {Message}",
                $"external_image_url: invalid_url: {RemoteImageUrl.Message}",
            }));
    }

    [TestCase("image_base64", "abc")]
    [TestCase("remote_image_url", "https://example.com/a.jpg")]
    [TestCase("external_image_url", "https://example.com/a.jpg")]
    public void A_new_image_is_not_removed(string name, string image) =>
        _validator.TestValidate(Bodies.Update(Type, $$"""{"remove_image":true,"{{name}}":"{{image}}"}""")).ShouldHaveValidationErrorFor("remove_image")
            .WithErrorCode("contradictory").WithErrorMessage("cannot be true beside a new image").Only();

    [Test]
    public void Errors_come_in_the_order_of_the_rules() => Assert.That(
        _validator.Errors(Bodies.Create(Type, $$"""{"slug":"-","seo_title":{{Bodies.Long(1_001)}},"name":" "}""")).Select(error => error.Split(':')[0]),
        Is.EqualTo(new[] { "name", "seo_title", "slug" }));

    [Test]
    public void A_long_name_of_blanks_has_two_errors() => Assert.That(
        _validator.Errors(Bodies.Create(Type, $$"""{"name":"{{new string(' ', 1_001)}}"}""")),
        Is.EqualTo(new[] { "name: blank: can't be blank", "name: too_long: is too long (maximum is 1000 characters)" }));
}
