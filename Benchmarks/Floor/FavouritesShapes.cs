namespace Benchmarks.Floor;

/// <summary>The statements over a user's collection: 1 is the company, 2 the collection, 3 its owner, who asks as well.</summary>
internal static class FavouritesShapes
{
    private const string Visible = "FROM user_collections c CROSS JOIN user_collection_items p ON p.company_id = ?1 AND p.collection_id = ?2 AND p.visible = 1";

    // The plus keeps the database from beginning at all collections of the user, and so from sorting.
    private const string Page = """
        WHERE c.company_id = ?1 AND c.id = ?2 AND +c.user_id = ?3 AND (p.rank, p.id) > (?4, ?5) ORDER BY p.rank, p.id LIMIT ?6 OFFSET ?7
        """;

    internal const string Items = $"SELECT p.rank, p.id, p.created_at, p.updated_at, p.artwork_id {Visible} {Page}";

    internal const string Artworks = $"""
        SELECT p.rank, p.id, i.id, i.slug, i.created_at, i.updated_at, i.name, a.category, a.medium, a.date, a.height_millimetres,
            a.width_millimetres, a.depth_millimetres, a.artist_id, a.artist_name, a.credit_line, h.large_url, h.original_url, a.permalink
        {Visible} CROSS JOIN items i ON i.company_id = ?1 AND i.id = p.artwork_id CROSS JOIN artwork_details a ON a.company_id = ?1 AND a.item_id = i.id
        LEFT JOIN photos h ON h.company_id = ?1 AND h.id = i.photo_id {Page}
        """;

    internal const string CountBefore = """
        SELECT count(*) FROM user_collection_items WHERE company_id = ?1 AND collection_id = ?2 AND rank < ?3 AND visible = 1
        """;

    internal const string Insert = """
        INSERT INTO user_collection_items (company_id, id, created_at, updated_at, collection_id, user_id, artwork_id, rank, visible)
        SELECT ?1, ?4, ?5, ?5, c.id, c.user_id, i.id, 4294967296 + coalesce(
            (SELECT rank FROM user_collection_items WHERE company_id = ?1 AND collection_id = ?2 ORDER BY rank DESC LIMIT 1), 0), 1
        FROM user_collections c, items i JOIN artwork_details a ON a.company_id = ?1 AND a.item_id = i.id
        WHERE c.company_id = ?1 AND c.id = ?2 AND c.user_id = ?3
            AND i.company_id = ?1 AND i.id = ?6 AND i.kind = 'product_groups' AND i.archived = 0 AND i.show_in_store = 1
        ON CONFLICT DO NOTHING RETURNING rank, id, created_at, updated_at, artwork_id
        """;

    internal const string Find = """
        SELECT p.rank, p.id, p.created_at, p.updated_at, p.artwork_id, p.collection_id
        FROM user_collection_items p JOIN user_collections c ON c.company_id = ?1 AND c.id = p.collection_id AND c.user_id = ?3
        WHERE p.company_id = ?1 AND p.id = ?2 AND p.visible = 1
        """;

    internal const string Delete = "DELETE FROM user_collection_items WHERE company_id = ?1 AND id = ?2";
}
