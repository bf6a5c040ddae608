using System.Globalization;
using System.Net;
using System.Text;
using Api.Security;
using Api.Tests.Support;
using Domain.Companies;
using NUnit.Framework;
using static Api.Tests.Favourites.FavouritesServer;

namespace Api.Tests.Favourites;

/// <summary>Who gets in with what, and how tokens come and go.</summary>
[NonParallelizable]
internal sealed class TokenTests
{
    private const string Password = "correct horse";
    private const string WrongLogIn = """{"type":"auth_error","message":"The e-mail and password are not those of a user."}""";

    private static readonly DateTimeOffset Past = DateTimeOffset.UtcNow.AddSeconds(-1);
    private static readonly DateTimeOffset Future = DateTimeOffset.UtcNow.AddHours(1);

    private FavouritesData _company = null!;
    private Guid _ann;

    [SetUp]
    public void AddUser()
    {
        _company = NewCompany();
        _ann = _company.User("ann", Password);
    }

    [TestCase("X-Access-Token: ", true, 200)]
    [TestCase("X-Auth-Token: ", true, 200)]
    [TestCase("X-Xapp-Token: ", true, 401)]
    [TestCase("Authorization: Bearer ", true, 200)]
    [TestCase("Authorization: Basic ", true, 401)]
    [TestCase("X-Access-Token: ", false, 401)]
    [TestCase("X-Xapp-Token: ", false, 200)]
    [TestCase("Authorization: Bearer ", false, 200)]
    public async Task A_token_is_read_from_its_header(string header, bool isUsers, int status)
    {
        var answer = await SendAsync("GET /api/v2", header + _company.Token(isUsers ? _ann : null, Future));
        Assert.That(answer.Status, Is.EqualTo(status), answer.Body);
    }

    [TestCase(TokenScopes.Read, 200)]
    [TestCase(TokenScopes.Write, 403)]
    public async Task A_companys_token_sees_what_is_public(TokenScopes scopes, int status) =>
        Assert.That((await SendAsync($"GET /api/v2/users/{_ann}", "Authorization: Bearer " + _company.StoreToken(scopes))).Status, Is.EqualTo(status));

    [Test]
    public async Task A_request_without_a_valid_token_is_refused()
    {
        foreach (var token in new[]
        {
            null, "wrong", "", new string('x', 5_000), _company.Token(_ann, Past), "X-Access-Token: " + _company.StoreToken(TokenScopes.Read),
            "Authorization: Bearer wrong", "X-Xapp-Token: wrong",
        })
        {
            var answer = await SendAsync("GET /api/v2/nothing?x=%", token, accept: "text/html");
            Assert.That((answer.Status, answer.Headers.WwwAuthenticate.ToString()), Is.EqualTo((401, "Bearer")), token);
            Assert.That(answer.Json["type"]!.GetValue<string>(), Is.EqualTo("auth_error"));
            Assert.That(answer.Json["message"]!.GetValue<string>(), Does.StartWith("A valid token is needed"));
        }
    }

    [Test]
    public async Task A_revoked_token_is_reported_as_such()
    {
        foreach (var token in new[] { _company.Token(_ann, revokedAt: Past), "Authorization: Bearer " + _company.StoreToken(TokenScopes.Read, Past) })
            Assert.That((await SendAsync("GET /api/v2", token)).Body, Does.Contain("token is invalid (revoked)"));
    }

    [Test]
    public async Task The_store_is_closed_to_users_and_applications()
    {
        foreach (var token in new[] { _company.Token(_ann), _company.Token(null) })
            Assert.That((await SendAsync("GET /api/4/collections", "Authorization: Bearer " + token)).Status, Is.EqualTo(401));
    }

    [TestCase("application/json")]
    [TestCase("application/hal+json; charset=\"UTF-8\"")]
    [TestCase("application/x-www-form-urlencoded")]
    public async Task An_application_gets_a_token(string type)
    {
        var (id, secret) = _company.Client();
        var body = type.Contains("json") ? $$"""{"client_id":"{{id}}","client_secret":"{{secret}}"}""" : $"client_id={id}&client_secret={secret}";
        var answer = await SendAsync("POST /api/v2/tokens/xapp_token", body: body, type: type);
        Assert.That((answer.Status, answer.Json["type"]!.GetValue<string>()), Is.EqualTo((201, "xapp_token")), answer.Body);
        Assert.That(answer.Json["expires_at"]!.GetValue<string>(), Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"));
        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        var token = answer.Json["token"]!.GetValue<string>();
        Assert.That((await SendAsync($"GET /api/v2/users/{_ann}", "X-Xapp-Token: " + token)).Status, Is.EqualTo(200));
        Assert.That((await SendAsync($"GET /api/v2/users/{NewCompany().User("ann")}", "X-Xapp-Token: " + token)).Status, Is.EqualTo(404));
        using var context = _company.Database.CreateContext();
        Assert.That(context.FavouritesTokens.Find(AccessTokens.Hash(token))!.ClientId, Is.EqualTo(id));
    }

    [Test]
    public async Task An_application_has_to_know_its_secret()
    {
        var (id, secret) = _company.Client();
        foreach (var (one, other) in new[] { (id, "wrong"), ("unknown", secret), (_company.Client().Id, secret) })
        {
            var answer = await SendAsync("POST /api/v2/tokens/xapp_token", body: $$"""{"client_id":"{{one}}","client_secret":"{{other}}"}""");
            Assert.That((answer.Status, answer.Json["type"]!.GetValue<string>()), Is.EqualTo((401, "auth_error")));
        }
    }

    [TestCase(null, 60)]
    [TestCase("offline_access", 25 * 365)]
    public async Task A_user_logs_in(string? scope, int days)
    {
        var answer = await LogInAsync("ANN@example.com", Password, scope);
        Assert.That((answer.Status, answer.Json["scope"]?.GetValue<string>()), Is.EqualTo((200, scope)), answer.Body);
        var end = DateTimeOffset.Parse(answer.Json["expires_in"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        Assert.That(end - DateTimeOffset.UtcNow, Is.EqualTo(TimeSpan.FromDays(days)).Within(TimeSpan.FromMinutes(1)));
        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        var token = answer.Json["access_token"]!.GetValue<string>();
        Assert.That((await SendAsync("GET /api/v2/current_user", token)).Headers.Location!.ToString(), Does.EndWith(_ann.ToString()));
    }

    [Test]
    public async Task A_failed_login_does_not_say_what_was_wrong()
    {
        _company.User("bob");
        NewCompany().User("eve", Password);
        foreach (var (email, password) in new[] { ("ann@example.com", "wrong"), ("unknown@example.com", Password), ("bob@example.com", Password), ("eve@example.com", Password) })
        {
            var answer = await LogInAsync(email, password);
            Assert.That((answer.Status, answer.Body), Is.EqualTo((401, WrongLogIn)), email);
        }
    }

    [Test]
    public void A_password_is_checked_where_there_is_none()
    {
        var passwords = new Passwords();
        Assert.That((passwords.IsRight(passwords.Hash(Password), Password), passwords.IsRight(passwords.Hash(Password), "wrong"), passwords.IsRight(null, Password)), Is.EqualTo((true, false, false)));
    }

    [Test]
    public async Task Guessing_is_slowed_down_for_that_user_alone()
    {
        var client = _company.Client();
        _company.User("bob", Password);
        for (var tried = 0; tried < LoginLimiter.TriesPerUser; tried++)
            Assert.That((await LogInAsync("ann@example.com", "wrong", client: client)).Status, Is.EqualTo(401));
        var answer = await LogInAsync("Ann@example.com", Password, client: client);
        Assert.That((answer.Status, answer.Json["type"]!.GetValue<string>()), Is.EqualTo((429, "other_error")));
        Assert.That(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, Is.InRange(1, 60));
        Assert.That((await LogInAsync("bob@example.com", Password, client: client)).Status, Is.EqualTo(200));
    }

    [Test]
    public void Guessing_from_one_network_is_slowed_down_for_all_users()
    {
        using var limiter = new LoginLimiter();
        var refused = Enumerable.Range(0, LoginLimiter.TriesPerAddress + 1)
            .Select(tried => limiter.Refuse(IPAddress.Parse($"2001:db8::{tried:x}"), "client", $"{tried}@example.com") is not null).ToArray();
        Assert.That(refused, Is.EqualTo(Enumerable.Repeat(false, LoginLimiter.TriesPerAddress).Append(true)));
        Assert.That(limiter.Refuse(IPAddress.Parse("2001:db9::1"), "client", "other@example.com"), Is.Null);
    }

    [Test]
    public async Task A_user_takes_the_token_back()
    {
        var (one, other) = (_company.Token(_ann), _company.Token(_ann));
        var answer = await SendAsync("DELETE /api/v2/tokens/access_token", one);
        Assert.That((answer.Status, answer.Body), Is.EqualTo((204, "")));
        Assert.That((await SendAsync("DELETE /api/v2/tokens/access_token", one)).Body, Does.Contain("token is invalid (revoked)"));
        Assert.That((await SendAsync("GET /api/v2", other)).Status, Is.EqualTo(200));
        Assert.That((await SendAsync("DELETE /api/v2/tokens/access_token", "X-Xapp-Token: " + _company.Token(null))).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task Secrets_are_refused_in_urls()
    {
        var (id, secret) = _company.Client();
        var answer = await SendAsync($"POST /oauth2/access_token?client_id={id}&client_secret={secret}&grant_type=credentials&email=ann@example.com&password={Uri.EscapeDataString(Password)}");
        Assert.That((answer.Status, answer.Json["detail"]!.ToJsonString()), Is.EqualTo((400,
            """{"client_secret":["must be in the body, not in the URL"],"password":["must be in the body, not in the URL"]}""")));
        answer = await SendAsync($"POST /api/v2/tokens/xapp_token?client_id={id}", body: $"client_secret={secret}", type: "application/x-www-form-urlencoded");
        Assert.That(answer.Status, Is.EqualTo(201), "what is no secret may");
    }

    [Test]
    public async Task All_errors_are_returned_at_once()
    {
        var answer = await SendAsync("POST /oauth2/access_token", body: """{"grant_type":"password","scope":"all","client_id":"","email":null,"extra":true}""");
        Assert.That(answer.Json["detail"]!.AsObject().Select(member => $"{member.Key} {string.Join(", ", member.Value!.AsArray())}"), Is.EquivalentTo(new[]
        {
            "grant_type must be 'credentials'", "scope must be 'offline_access'", "client_id is required", "client_secret is required", "email is required",
            "password is required", "extra is not a parameter here",
        }));
        Assert.That(answer.Json["message"]!.GetValue<string>(), Does.Contain("client_id is required, client_secret is required"));
    }

    private Task<Answer> LogInAsync(string email, string password, string? scope = null, (string Id, string Secret)? client = null)
    {
        var (id, secret) = client ?? _company.Client();
        var form = new StringBuilder($"grant_type=credentials&client_id={id}&client_secret={secret}&email={Uri.EscapeDataString(email)}&password={Uri.EscapeDataString(password)}");
        if (scope is not null)
            form.Append("&scope=").Append(scope);
        return SendAsync("POST /oauth2/access_token", body: form.ToString(), type: "application/x-www-form-urlencoded");
    }
}
