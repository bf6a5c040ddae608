using Api.Http;
using JsonApi.Rendering.Hal;
using JsonApi.Rendering.Json;

namespace Api.Favourites;

/// <summary>Results whose document is no resource.</summary>
internal static class HalResult
{
    /// <summary>A document of a few members.</summary>
    internal static ApiResult Of(int status, Action<HalWriter> write)
    {
        var buffer = new JsonBuffer(2048);
        var document = new HalWriter(buffer).Open();
        write(document);
        document.Close();
        return new ApiResult(status, buffer);
    }

    /// <summary>A redirect, with the address in the document too, for clients that do not follow it by themselves.</summary>
    internal static ApiResult Redirect(string location) =>
        Of(StatusCodes.Status302Found, document => document.Open("_links").Link("location", location).Close()) with { Location = location };
}
