using System.Text;
using Api.Http;

namespace Api.Favourites;

/// <summary>Addresses of the favourites API, absolute, as clients write them.</summary>
/// <param name="BaseUrl">Scheme and host, and the path that a proxy adds, in UTF-8.</param>
internal sealed record FavouritesLinks(byte[] BaseUrl)
{
    private const string Paging = "size,cursor,offset,total_count,sample";

    internal string Root { get; } = Encoding.UTF8.GetString(BaseUrl) + FavouritesPaths.Root;

    internal string Status => Root + "/status";

    internal string CurrentUser => Root + "/current_user";

    /// <summary>All other addresses, as RFC 6570 templates.</summary>
    internal (string Relation, string Template)[] Templates =>
    [
        ("user", Root + "/users/{id}"),
        ("artwork", Root + "/artworks/{id}"),
        ("artworks", $"{Root}/artworks{{?collection_id,user_id,artist_id,{Paging}}}"),
        ("collection", Root + "/collections/{id}{?user_id}"),
        ("collections", $"{Root}/collections{{?user_id,private,default,{Paging}}}"),
        ("collection_item", Root + "/collection_items/{id}{?collection_id,user_id}"),
        ("collection_items", $"{Root}/collection_items{{?collection_id,user_id,artwork_id,sort,{Paging}}}"),
        ("artist", Root + "/artists/{id}"),
    ];

    internal string User(Guid id) => $"{Root}/users/{id}";
}
