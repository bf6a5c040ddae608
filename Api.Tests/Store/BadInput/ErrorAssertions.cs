using System.Globalization;
using System.Text.Json.Nodes;
using Api.Tests.Support;
using JsonApi.Errors;
using NUnit.Framework;

namespace Api.Tests.Store.BadInput;

/// <summary>What every refusal has to look like, whatever was wrong.</summary>
internal static class ErrorAssertions
{
    /// <summary>The error objects of a well-formed refusal of this kind, each of which is complete.</summary>
    internal static IReadOnlyList<JsonNode> AssertRefused(this Answer answer, ErrorCode expected, string contentType = "application/vnd.api+json")
    {
        Assert.That(answer.Status, Is.EqualTo(expected.Status), answer.Body);
        Assert.That(answer.ContentHeaders.ContentType?.ToString(), Is.EqualTo(contentType));
        Assert.That(answer.Headers.Contains("X-Request-Id"), Is.True);
        Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(answer.Body, Does.Not.Contain("Exception").And.Not.Contain("SQLite").And.Not.Contain("   at "));
        var errors = answer.Json["errors"]!.AsArray().Select(error => error!).ToList();
        Assert.That(errors, Is.Not.Empty);
        foreach (var error in errors)
        {
            var code = ErrorCodes.All.SingleOrDefault(known => known.Code == Text(error, "code"));
            Assert.That(code, Is.Not.Null, answer.Body);
            Assert.That(Text(error, "status"), Is.EqualTo(code!.Status.ToString(CultureInfo.InvariantCulture)));
            Assert.That(Text(error, "title"), Is.EqualTo(code.Title));
            Assert.That(Text(error, "detail"), Is.Not.Empty);
        }
        Assert.That(errors.Select(error => Text(error, "code")), Has.Some.EqualTo(expected.Code));
        return errors;
    }

    /// <summary>Refused for one parameter of the query.</summary>
    internal static void AssertParameter(this Answer answer, string parameter, string detail, string? metaCode = null) =>
        AssertErrorAt(answer, ErrorCodes.BadRequest, "parameter", parameter, detail, metaCode);

    /// <summary>Refused for one part of the body.</summary>
    internal static void AssertPointer(this Answer answer, ErrorCode code, string pointer, string detail, string? metaCode = null) =>
        AssertErrorAt(answer, code, "pointer", pointer, detail, metaCode);

    internal static string? Text(JsonNode node, params string[] path)
    {
        JsonNode? at = node;
        foreach (var step in path)
            at = at?[step];
        return at?.GetValue<string>();
    }

    private static void AssertErrorAt(Answer answer, ErrorCode code, string kind, string source, string detail, string? metaCode)
    {
        var error = answer.AssertRefused(code).FirstOrDefault(error => Text(error, "source", kind) == source);
        Assert.That(error, Is.Not.Null, $"no error at {kind} '{source}' in {answer.Body}");
        Assert.That(Text(error!, "detail"), Does.Contain(detail));
        Assert.That(Text(error!, "meta", "code"), Is.EqualTo(metaCode));
    }
}
