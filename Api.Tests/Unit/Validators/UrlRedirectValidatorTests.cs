using Api.Resources;
using NUnit.Framework;

namespace Api.Tests.Unit.Validators;

internal sealed class UrlRedirectValidatorTests
{
    private readonly UrlRedirectValidator _validator = new();

    [TestCase("""{"from_path":"/a","to_path":"/b"}""")]
    [TestCase("""{"from_path":"/a"}""", "to_path: blank: can't be blank")]
    [TestCase("""{"from_path":"","to_path":null}""", "from_path: blank: can't be blank", "to_path: blank: can't be blank")]
    [TestCase("""{"from_path":"/a?b","to_path":"//b"}""", "from_path: invalid: should be a path alone, without ? and #", "to_path: invalid: should have no two slashes in a row")]
    public void Both_are_paths(string attributes, params string[] errors) => Assert.That(_validator.Errors(Bodies.Create("url_redirects", attributes)), Is.EqualTo(errors));

    [Test]
    public void Paths_have_a_greatest_length()
    {
        Assert.That(_validator.Errors(Bodies.Update("url_redirects", $$"""{"to_path":"/{{new string('a', 999)}}"}""")), Is.Empty);
        Assert.That(
            _validator.Errors(Bodies.Update("url_redirects", $$"""{"to_path":"/{{new string('a', 1_000)}}"}""")),
            Is.EqualTo(new[] { "to_path: too_long: is too long (maximum is 1000 characters)" }));
    }
}
