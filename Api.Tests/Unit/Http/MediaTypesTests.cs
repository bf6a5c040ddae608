using Api.Http;
using NUnit.Framework;

namespace Api.Tests.Unit.Http;

/// <summary>Which media type an answer gets, and which bodies are read, without a server.</summary>
internal sealed class MediaTypesTests
{
    private const string Extension = "application/vnd.api+json; ext=\"https://jsonapi.org/ext/atomic\"";

    [TestCase(MediaTypes.JsonApi)]
    [TestCase(MediaTypes.JsonApi, "")]
    [TestCase(MediaTypes.JsonApi, "*/*")]
    [TestCase(MediaTypes.JsonApi, "application/*")]
    [TestCase(MediaTypes.JsonApi, "application/vnd.api+json")]
    [TestCase(MediaTypes.JsonApi, "APPLICATION/VND.API+JSON")]
    [TestCase(MediaTypes.JsonApi, "application/vnd.api+json; profile=\"x\"")]
    [TestCase(MediaTypes.JsonApi, "application/json, application/vnd.api+json")]
    [TestCase(MediaTypes.JsonApi, "text/html, */*; q=0.1")]
    [TestCase(MediaTypes.Json, "application/json")]
    [TestCase(MediaTypes.Json, "application/json; charset=utf-8")]
    [TestCase(MediaTypes.Json, "text/html, application/json; q=0.1")]
    [TestCase(MediaTypes.Json, "application/vnd.api+json; ext=\"x\", application/json")]
    [TestCase(MediaTypes.Json, "application/vnd.api+json; q=0", "application/json")]
    [TestCase(null, "text/html")]
    [TestCase(null, "application/json; q=0")]
    [TestCase(null, "application/vnd.api+json; ext=\"x\"")]
    [TestCase(null, Extension)]
    [TestCase(null, "not a media type at all /")]
    public void A_store_answer_is_json_api_or_json(string? expected, params string[] accept) =>
        Assert.That(MediaTypes.Negotiate(accept), Is.EqualTo(expected));

    [TestCase(MediaTypes.Atomic)]
    [TestCase(MediaTypes.Atomic, Extension)]
    [TestCase(MediaTypes.Atomic, "*/*")]
    [TestCase(MediaTypes.Json, "application/json")]
    [TestCase(null, "application/vnd.api+json")]
    public void An_answer_to_operations_has_the_extension(string? expected, params string[] accept) =>
        Assert.That(MediaTypes.Negotiate(accept, MediaTypes.Atomic), Is.EqualTo(expected));

    [TestCase("application/vnd.api+json", true, false)]
    [TestCase("application/vnd.api+json; profile=\"x\"", true, false)]
    [TestCase("application/vnd.api+json; charset=utf-8", true, false)]
    [TestCase("application/json", true, false)]
    [TestCase("application/json; charset=UTF-8", true, false)]
    [TestCase(Extension, false, true)]
    [TestCase("application/json; charset=latin1", false, false)]
    [TestCase("application/vnd.api+json; ext=\"x\"", false, false)]
    [TestCase("application/vnd.api+json; q=1", false, false)]
    [TestCase("text/plain", false, false)]
    [TestCase("", false, false)]
    [TestCase(null, false, false)]
    public void A_body_is_read_by_its_media_type(string? contentType, bool asResource, bool asOperations) => Assert.That(
        (MediaTypes.IsReadable(contentType), MediaTypes.IsReadable(contentType, MediaTypes.Atomic)), Is.EqualTo((asResource, asOperations)));

    [TestCase("application/hal+json")]
    [TestCase("application/hal+json", "*/*")]
    [TestCase("application/hal+json", "application/hal+json, application/json")]
    [TestCase("application/hal+json", "application/json; q=0.5, application/*")]
    [TestCase("application/json", "application/json")]
    [TestCase("application/json", "application/hal+json; q=0.5, application/json")]
    [TestCase("application/vnd.artsy-v2+json", "application/vnd.artsy-v2+json")]
    [TestCase("application/vnd.artsy-v2+json", "*/*, application/hal+json; q=0, application/json; q=0.1")]
    [TestCase(null, "text/html")]
    [TestCase(null, "application/hal+json; q=0")]
    public void A_favourites_answer_is_the_best_match(string? expected, params string[] accept) =>
        Assert.That(HalMediaTypes.Negotiate(accept), Is.EqualTo(expected));

    [TestCase("application/x-www-form-urlencoded", true)]
    [TestCase("application/json", false)]
    [TestCase("application/hal+json; charset=utf-8", false)]
    [TestCase("application/json; charset=utf-16", null)]
    [TestCase("multipart/form-data", null)]
    [TestCase(null, null)]
    public void A_favourites_body_is_a_form_or_json(string? contentType, bool? isForm) =>
        Assert.That(HalMediaTypes.IsForm(contentType), Is.EqualTo(isForm));
}
