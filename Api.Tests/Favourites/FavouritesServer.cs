using System.Net.Http.Headers;
using System.Text;
using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Favourites;

/// <summary>One server for all tests of the favourites API; each takes a company of its own.</summary>
[SetUpFixture]
internal sealed class FavouritesServer
{
    private static HttpClient s_client = null!;
    private static int s_companies = 900;

    internal static ApiServer Server { get; private set; } = null!;

    internal static string BaseUrl => Server.Url;

    internal static FavouritesData NewCompany() => new(Server, Interlocked.Increment(ref s_companies));

    /// <summary>Sends a request as it is: no token of its own, redirects not followed.</summary>
    /// <param name="request">The verb and the path: <c>GET /api/v2</c>.</param>
    /// <param name="token">For <c>X-Access-Token</c>, or after a colon for the header named before it.</param>
    /// <param name="body">The body, if any.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="accept">What is accepted, if said.</param>
    internal static async Task<Answer> SendAsync(string request, string? token = null, string? body = null, string? type = "application/json", string? accept = null)
    {
        var parts = request.Split(' ', 2);
        using var message = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
        if (token?.Split(": ", 2) is { } credential)
            message.Headers.TryAddWithoutValidation(credential.Length == 2 ? credential[0] : "X-Access-Token", credential[^1]);
        if (accept is not null)
            message.Headers.TryAddWithoutValidation("Accept", accept);
        if (body is not null)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            // What is refused unread is not sent: the server hangs up on who sends it nevertheless.
            message.Headers.ExpectContinue = body.Length > 1024 * 1024;
            message.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        }
        using var response = await s_client.SendAsync(message);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
    }

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Server = await ApiServer.StartEmptyAsync();
        s_client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Server.Client.BaseAddress };
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        s_client.Dispose();
        await Server.DisposeAsync();
    }
}
