using Api.Favourites;
using Api.Favourites.Validation;
using JsonApi.Parsing;
using NUnit.Framework;

namespace Api.Tests.Favourites;

/// <summary>The rules of the bodies of the favourites API: each broken rule as <c>parameter: message</c>.</summary>
internal sealed class ParametersValidatorTests
{
    private const string Id = "11111111-1111-1111-1111-111111111111";

    [TestCase($"user_id={Id}&name=New")]
    [TestCase($"user_id={Id}&name=New&description=&private=")]
    [TestCase($"user_id={Id}&name=%20&private=1")]
    [TestCase("", "user_id: is required", "name: is required")]
    [TestCase("user_id=me&name=&private=yes", "user_id: must be an id", "name: is required", "private: must be true or false")]
    [TestCase($"user_id={Id}&name=New&default=true", "default: is not a parameter here")]
    [TestCase($"user_id={Id}&name=New&name=Newer", "name: is given more than once")]
    public void A_new_collection(string body, params string[] errors) =>
        Assert.That(Check(new CreateCollectionValidator(), body), Is.EqualTo(errors));

    [TestCase("")]
    [TestCase("description=")]
    [TestCase("name=", "name: is required")]
    [TestCase("user_id=me&position=1", "user_id: must be an id", "position: is not a parameter here")]
    public void Changes_of_a_collection(string body, params string[] errors) =>
        Assert.That(Check(new UpdateCollectionValidator(), body), Is.EqualTo(errors));

    [TestCase(1_000)]
    [TestCase(1_001, "name: is longer than 1000 characters")]
    public void A_name_has_a_maximum_length(int length, params string[] errors) =>
        Assert.That(Check(new UpdateCollectionValidator(), "name=" + new string('x', length)), Is.EqualTo(errors));

    [TestCase("position=3")]
    [TestCase("position=9223372036854775807")]
    [TestCase("", "position: is required")]
    [TestCase("position=0", "position: must be a whole number, 1 or more")]
    [TestCase("position=1.5", "position: must be a whole number, 1 or more")]
    public void A_new_position(string body, params string[] errors) =>
        Assert.That(Check(new UpdateCollectionItemValidator(), body), Is.EqualTo(errors));

    [Test]
    public void A_secret_is_refused_in_the_url()
    {
        var query = FlatParameterParser.ParseQuery("client_id=a&client_secret=b").TryGet(out var parameters) ? parameters : [];
        Assert.That(
            Errors(new ApplicationTokenValidator(), new Parameters(query)),
            Is.EqualTo(new[] { "client_secret: must be in the body, not in the URL" }));
        Assert.That(Check(new ApplicationTokenValidator(), "client_id=a&client_secret=b"), Is.Empty);
    }

    private static string[] Check(ParametersValidator validator, string body) =>
        Errors(validator, new Parameters(FlatParameterParser.ParseForm(System.Text.Encoding.UTF8.GetBytes(body)).TryGet(out var given) ? given : []));

    private static string[] Errors(ParametersValidator validator, Parameters parameters) =>
        [.. validator.Check(parameters).Select(error => $"{error.Parameter}: {error.Detail[(error.Parameter!.Length + 1)..]}")];
}
