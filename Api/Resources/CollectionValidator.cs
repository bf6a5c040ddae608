using Domain;
using JsonApi.Planning;

namespace Api.Resources;

/// <summary>The body of a collection.</summary>
internal sealed class CollectionValidator : WritePlanValidator
{
    private const int MaxUrl = 2_048;

    private static readonly string[] Images = ["remote_image_url", "external_image_url"];

    public CollectionValidator()
    {
        Required("name");
        MaxLength(MaxName, "name", "slug", "seo_title");
        MaxLength(MaxText, "description", "seo_description");
        Rule("slug", plan => plan.Text("slug") is not { } slug || Slug.From(slug, "").Length > 0, "needs a letter or a digit", "invalid_slug");
        foreach (var name in Images)
            Rule(name, plan => plan.Text(name) is not { } url || IsAddress(url), "must be an absolute http or https URL without user name and password, of at most 2048 characters", "invalid_url");
        Rule("remove_image", plan => !plan.IsTrue("remove_image") || !Images.Any(image => plan.Text(image) is not null), "cannot be true beside a new image", "contradictory");
        Rule("external_image_url", plan => !Images.All(image => plan.Text(image) is not null), "cannot be given beside remote_image_url", "contradictory");
    }

    private static bool IsAddress(string url) =>
        url.Length <= MaxUrl
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri is { Host.Length: > 0, UserInfo.Length: 0 };
}
