using Api.Favourites;
using JsonApi.Parsing;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>Bodies and parameters, good and bad.</summary>
internal sealed class BodyTests
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Path = "POST /api/v2/tokens/xapp_token";

    [TestCase("text/plain", "client_id=a")]
    [TestCase("multipart/form-data", "client_id=a")]
    [TestCase("application/vnd.api+json", "{}")]
    [TestCase("application/x-www-form-urlencoded; charset=iso-8859-1", "client_id=a")]
    [TestCase("application/json; charset=utf-16", "{}")]
    [TestCase("text/plain", "")]
    public async Task Another_content_type_is_not_supported(string type, string body)
    {
        var answer = await SendAsync(Path, body: body, type: type);
        Assert.That((answer.Status, answer.ContentHeaders.ContentType!.ToString(), answer.Body),
            Is.EqualTo((406, "application/json", $$"""{"error":"The requested content-type '{{type}}' is not supported."}""")));
    }

    [Test]
    public async Task A_body_says_what_it_is()
    {
        var answer = await SendAsync(Path, body: "client_id=a", type: null);
        Assert.That((answer.Status, answer.Body), Is.EqualTo((406, """{"error":"The requested content-type '' is not supported."}""")));
    }

    [TestCase("{", "not well-formed JSON")]
    [TestCase("[]", "should be a JSON object")]
    [TestCase("null", "should be a JSON object")]
    [TestCase("""{"client_id":"\ud800"}""", "lone surrogate")]
    [TestCase("""{"client_id":"\u0000"}""", "NUL")]
    [TestCase("""{"client_id":"a","client_id":"a","client_secret":"c"}""", "client_id")]
    public async Task A_body_that_is_no_object_is_refused(string body, string message)
    {
        var answer = await SendAsync(Path, body: body);
        Assert.That((answer.Status, answer.Json["type"]!.GetValue<string>()), Is.EqualTo((400, "other_error")), answer.Body);
        Assert.That(answer.Json["message"]!.GetValue<string>(), Does.Contain(message));
    }

    [Test]
    public async Task A_body_is_not_nested_without_end() =>
        Assert.That((await SendAsync(Path, body: "{\"a\":" + new string('[', 1_000))).Body, Does.Contain("nested more than 64 deep"));

    [TestCase("client_id=%ff")]
    [TestCase("client_id=%00")]
    [TestCase("client_id=%2")]
    public async Task A_form_that_is_not_utf8_is_refused(string body)
    {
        var answer = await SendAsync(Path, body: body, type: Form);
        Assert.That((answer.Status, answer.Json["message"]!.GetValue<string>()), Is.EqualTo((400, "The parameter 'client_id' is not well-formed: percent-encoded UTF-8 was expected.")));
    }

    [TestCase(Path, "client_id=a&client_id=b&client_secret=c", Form)]
    [TestCase(Path + "?client_id=a", "client_id=a&client_secret=c", Form)]
    public async Task A_parameter_is_given_once(string request, string body, string type)
    {
        var answer = await SendAsync(request, body: body, type: type);
        Assert.That((answer.Status, answer.Json["detail"]!.ToJsonString()), Is.EqualTo((400, """{"client_id":["is given more than once"]}""")));
    }

    [Test]
    public async Task Parameters_do_not_nest()
    {
        var answer = await SendAsync(Path, body: """{"client_id":["a"],"client_secret":{}}""");
        Assert.That(answer.Json["detail"]!["client_id"]!.ToJsonString(), Is.EqualTo("""["must be a text, a number, true, false or null"]"""));
        Assert.That(answer.Json["detail"]!.AsObject(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_body_of_two_megabytes_is_too_large()
    {
        var answer = await SendAsync(Path, body: "client_id=" + new string('a', 2 * 1024 * 1024), type: Form);
        Assert.That((answer.Status, answer.Json["type"]!.GetValue<string>()), Is.EqualTo((413, "other_error")));
    }

    [Test]
    public async Task There_are_not_too_many_parameters() =>
        Assert.That((await SendAsync(Path, body: string.Join('&', Enumerable.Range(0, 101).Select(number => $"p{number}=1")), type: Form)).Body, Does.Contain("more than 100 parameters"));

    [Test]
    public void Values_are_read_by_their_type()
    {
        var parameters = Read("t=a%20b+c&u=01234567-89ab-cdef-0123-456789abcdef&i=-7&yes=true&one=1&no=false&empty=");
        Assert.That((parameters.Text("t"), parameters.Uuid("u"), parameters.Integer("i", -10, 10)), Is.EqualTo(("a b c", (Guid?)Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), (long?)-7)));
        Assert.That((parameters.Flag("yes"), parameters.Flag("one"), parameters.Flag("no"), parameters.Flag("empty"), parameters.Flag("missing")), Is.EqualTo(((bool?)true, (bool?)true, (bool?)false, (bool?)null, (bool?)null)));
        Assert.That((parameters.Uuid("missing"), parameters.Integer("missing", 1, 2), parameters.Text("missing")), Is.EqualTo(((Guid?)null, (long?)null, (string?)null)));
        Assert.That(parameters.Errors(), Is.Empty);
    }

    [Test]
    public void Values_of_another_type_are_errors()
    {
        var parameters = Read("u=x&i=ten&far=11&flag=maybe&long=abcd");
        parameters.RequiredUuid("u");
        parameters.RequiredUuid("none");
        parameters.Integer("i", 1, 10);
        parameters.Integer("far", 1, 10);
        parameters.Flag("flag");
        parameters.Text("long", 3);
        Assert.That(parameters.Errors().Select(error => error.Detail), Is.EqualTo(new[]
        {
            "u must be an id", "none is required", "i must be a whole number from 1 to 10", "far must be a whole number from 1 to 10", "flag must be true or false",
            "long is longer than 3 characters",
        }));
    }

    private static Parameters Read(string query) =>
        FlatParameterParser.ParseQuery("?" + query).TryGet(out var given) ? new Parameters(given) : throw new InvalidOperationException(query);
}
