using Api.Photos;
using Api.Resources;
using FluentValidation.TestHelper;
using NUnit.Framework;

namespace Api.Tests.Unit.Validators;

internal sealed class PhotoValidatorTests
{
    private const string Type = "photos";
    private const string Owner = """ "owner_id":"11111111-1111-1111-1111-111111111111","owner_type":"bundles" """;

    private readonly PhotoValidator _validator = new();

    [TestCase("photo_base64", "abc")]
    [TestCase("photo", "abc")]
    [TestCase("remote_photo_url", "https://example.com/a.jpg")]
    public void A_new_photo_has_an_owner_and_an_image(string name, string image) =>
        _validator.TestValidate(Bodies.Create(Type, $$"""{ {{Owner}},"{{name}}":"{{image}}"}""")).ShouldNotHaveAnyValidationErrors();

    [Test]
    public void All_that_is_missing_is_reported() => Assert.That(
        _validator.Errors(Bodies.Create(Type, "{}")),
        Is.EqualTo(new[]
        {
            "owner_id: blank: can't be blank",
            "owner_type: blank: can't be blank",
            "photo_base64: blank: can't be blank, unless photo or remote_photo_url is given",
        }));

    [TestCase("{}")]
    [TestCase("""{"photo_base64":null,"remote_photo_url":null}""")]
    public void An_update_keeps_the_image(string attributes) =>
        _validator.TestValidate(Bodies.Update(Type, attributes)).ShouldNotHaveAnyValidationErrors();

    [Test]
    public void A_body_has_one_image()
    {
        const string Message = "cannot be given beside another image (photo_base64, photo, remote_photo_url)";
        Assert.That(
            _validator.Errors(Bodies.Update(Type, """{"remote_photo_url":"file:///a","photo":"abc"}""")),
            Is.EqualTo(new[] { $"remote_photo_url: contradictory: {Message}", $"remote_photo_url: invalid_url: {RemoteImageUrl.Message}" }));
        Assert.That(
            _validator.Errors(Bodies.Update(Type, """{"photo":"abc","photo_base64":"abc"}""")),
            Is.EqualTo(new[] { $"photo: contradictory: {Message}" }));
    }

    [TestCase("alt_text")]
    [TestCase("original_filename")]
    public void Texts_have_a_greatest_length(string name) =>
        _validator.TestValidate(Bodies.Update(Type, $$"""{"{{name}}":{{Bodies.Long(65_536)}}}""")).ShouldHaveValidationErrorFor(name)
            .WithErrorCode("too_long").WithErrorMessage("is too long (maximum is 65535 characters)").Only();

    [TestCase("0")]
    [TestCase("1000001")]
    public void A_position_is_from_1_to_a_million(string position) =>
        _validator.TestValidate(Bodies.Update(Type, $$"""{"position":{{position}}}""")).ShouldHaveValidationErrorFor("position")
            .WithErrorCode("out_of_range").WithErrorMessage("must be from 1 to 1000000").Only();
}
