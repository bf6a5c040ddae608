using Domain.Redirects;
using JsonApi.Definitions;
using Persistence.Writes.Redirects;

namespace Api.Resources;

/// <summary>A path of the online store that leads to another one.</summary>
internal sealed class UrlRedirectResource : ResourceDefinition<UrlRedirect>
{
    public UrlRedirectResource()
        : base("url_redirects", redirect => redirect.Id)
    {
        Id.Filter();
        Attribute("created_at", redirect => redirect.CreatedAt).Filter();
        Attribute("updated_at", redirect => redirect.UpdatedAt).Filter();
        Attribute("from_path", redirect => redirect.FromPath).Filter().Write();
        Attribute("to_path", redirect => redirect.ToPath).Filter().Write();

        WrittenBy<UrlRedirectWrites, UrlRedirectValidator>();

        Offer(Operation.List);
        Offer(Operation.Fetch);
        Offer(Operation.Create);
        Offer(Operation.Update);
        Offer(Operation.Delete);
    }
}
