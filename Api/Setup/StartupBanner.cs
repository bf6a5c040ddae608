namespace Api.Setup;

/// <summary>What a person needs for a first request, as lines that can be pasted into a shell.</summary>
internal static class StartupBanner
{
    internal static string WithoutDemo(string baseUrl) => $"""

        Serving {baseUrl}. Every request needs a token:
        dotnet run --project Api -- tokens create --company SLUG
        A company comes with its data: dotnet run --project Api -- import tate FOLDER --company SLUG

        """;

    internal static string Text(string baseUrl, DemoAccess demo)
    {
        var items = baseUrl.TrimEnd('/') + "/api/boomerang/collection_items";
        var authorization = $"-H 'Authorization: Bearer {demo.Token}'";
        var ofCollection = $"filter[collection_id][eq]={demo.CollectionId}";
        return $$$$"""

            Serving {{{{baseUrl}}}}, company "{{{{demo.CompanySlug}}}}"
            Demo token: {{{{demo.Token}}}}
            Demo user's token: {{{{demo.UserToken}}}}

            The first items of a collection, with item and photo:
            curl -g {{{{authorization}}}} '{{{{items}}}}?{{{{ofCollection}}}}&include=item,item.photo&page[size]=5'

            What it holds only through its descendants, which of them, and how many:
            curl -g {{{{authorization}}}} '{{{{items}}}}?{{{{ofCollection}}}}&filter[implicit]=true&include=item,item.photo,collection&extra_fields[collection_items]=source_collections&sort=position,-created_at&page[size]=10&meta[total][]=count'

            Put an artwork into a collection:
            curl -g -X POST {{{{authorization}}}} -H 'Content-Type: application/vnd.api+json' '{{{{items}}}}' -d '{"data":{"type":"collection_items","attributes":{"collection_id":"{{{{demo.FreeCollectionId}}}}","item_id":"{{{{demo.FreeItemId}}}}"}}}'

            Where a client of the favourites API begins:
            curl -H 'X-Access-Token: {{{{demo.UserToken}}}}' '{{{{baseUrl.TrimEnd('/')}}}}/api/v2'

            """;
    }
}
