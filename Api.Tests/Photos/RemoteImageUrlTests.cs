using Api.Photos;
using FluentValidation;
using NUnit.Framework;

namespace Api.Tests.Photos;

internal sealed class RemoteImageUrlTests
{
    [TestCase("https://images.example.com/uploads/a.jpg")]
    [TestCase("HTTP://EXAMPLE.COM")]
    [TestCase("http://localhost:8080/a?b=c@d#e@f")]
    [TestCase("https://[::1]/a%20b.png")]
    [TestCase("https://exämple.com/Straße.jpg")]
    public void Addresses_of_the_web_are_taken(string url) => Assert.That(RemoteImageUrl.IsValid(url), Is.True);

    [TestCase("")]
    [TestCase("a.jpg")]
    [TestCase("/photos/a.jpg")]
    [TestCase("//example.com/a.jpg")]
    [TestCase("file:///etc/passwd")]
    [TestCase("javascript:alert(1)")]
    [TestCase("JavaScript://example.com/%0aalert(1)")]
    [TestCase("data:image/png;base64,iVBORw0KGgo=")]
    [TestCase("ftp://example.com/a.jpg")]
    [TestCase("gopher://example.com/")]
    [TestCase("https:example.com")]
    [TestCase("https:///a.jpg")]
    [TestCase("https://")]
    [TestCase("https://?a.jpg")]
    [TestCase("http:\\\\example.com\\a.jpg")]
    [TestCase("https://example.com\\@evil.example/a.jpg")]
    [TestCase("https://me:secret@example.com/a.jpg")]
    [TestCase("https://me@example.com/a.jpg")]
    [TestCase("https://@example.com/a.jpg")]
    [TestCase("https://:@example.com/a.jpg")]
    [TestCase("https://example.com:99999/a.jpg")]
    [TestCase(" https://example.com/a.jpg")]
    [TestCase("https://example.com/a b.jpg")]
    [TestCase("https://example.com/a.jpg\r\nSet-Cookie: a=b")]
    [TestCase("java\tscript:alert(1)")]
    [TestCase("https://exam\u0000ple.com/a.jpg")]
    [TestCase("https://example.com/\u0085a.jpg")]
    [TestCase("https://example.com/\"><script>alert(1)</script>")]
    public void Anything_else_is_refused(string url) => Assert.That(RemoteImageUrl.IsValid(url), Is.False);

    [TestCase(2048, true)]
    [TestCase(2049, false)]
    public void The_limit_is_2048_characters(int length, bool isValid) =>
        Assert.That(RemoteImageUrl.IsValid("https://example.com/".PadRight(length, 'a')), Is.EqualTo(isValid));

    [TestCase("file:///etc/passwd", "invalid_url")]
    [TestCase("https://example.com/a.jpg", null)]
    [TestCase(null, null)]
    public void A_validator_can_call_the_rule(string? url, string? code)
    {
        var validator = new InlineValidator<Body>();
        validator.RuleFor(body => body.Url).MustBeRemoteImageUrl();
        Assert.That(validator.Validate(new Body(url)).Errors.Select(failure => failure.ErrorCode), Is.EqualTo(code is null ? Array.Empty<string>() : [code]));
    }

    private sealed record Body(string? Url);
}
