using Domain.Favourites;
using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>A place as the rules judge it.</summary>
internal readonly record struct UserCollectionItemRow(string CollectionId, long Rank, Guid Owner, bool IsPrivate, bool IsVisible);

/// <summary>
/// The statements that a user's collection takes, prepared once per connection. All are look-ups by key or by an end of an index,
/// but for those that count: the p-th artwork is found by walking p entries of the index.
/// </summary>
internal sealed class UserCollectionItemStatements(WriteTransaction transaction, string collectionId)
{
    private const string ArtworkSql = """
        SELECT 1 FROM items i JOIN artwork_details a ON a.company_id = i.company_id AND a.item_id = i.id
        WHERE i.company_id = ?1 AND i.id = ?2 AND i.kind = 'product_groups' AND i.archived = 0 AND i.show_in_store = 1
        """;

    private const string CollectionSql = "SELECT user_id, private FROM user_collections WHERE company_id = ?1 AND id = ?2";

    private const string TakenSql = "SELECT 1 FROM user_collection_items WHERE company_id = ?1 AND collection_id = ?2 AND artwork_id = ?3";

    private const string FindSql = """
        SELECT p.collection_id, p.rank, c.user_id, c.private, p.visible FROM user_collection_items p
        JOIN user_collections c ON c.company_id = p.company_id AND c.id = p.collection_id
        WHERE p.company_id = ?1 AND p.id = ?2
        """;

    private const string Visible = "FROM user_collection_items WHERE company_id = ?1 AND collection_id = ?2 AND visible = 1";

    private const string NthSql = $"SELECT rank {Visible} AND id <> ?3 ORDER BY rank, id LIMIT 1 OFFSET ?4";

    private const string Others = "FROM user_collection_items WHERE company_id = ?1 AND collection_id = ?2 AND id <> ?3";

    private const string LastSql = $"SELECT rank {Others} ORDER BY rank DESC LIMIT 1";

    private const string BeforeSql = $"SELECT rank {Others} AND rank < ?4 ORDER BY rank DESC LIMIT 1";

    private const string InsertSql = """
        INSERT INTO user_collection_items (company_id, id, collection_id, user_id, artwork_id, rank, visible, created_at, updated_at)
        SELECT company_id, ?2, id, user_id, ?4, ?5, 1, ?6, ?6 FROM user_collections WHERE company_id = ?1 AND id = ?3
        """;

    private const string ShowSql = "UPDATE user_collection_items SET visible = ?3 WHERE company_id = ?1 AND artwork_id = ?2";

    private const string RebalanceSql = """
        UPDATE user_collection_items SET rank = fresh.rank
        FROM (SELECT id, row_number() OVER (ORDER BY rank, id) * ?3 AS rank FROM user_collection_items
              WHERE company_id = ?1 AND collection_id = ?2) fresh
        WHERE user_collection_items.company_id = ?1 AND user_collection_items.id = fresh.id
        """;

    /// <summary>An artwork appears at all its places, or disappears from them; they keep their ranks.</summary>
    internal static void Show(WriteTransaction transaction, string artwork, bool isVisible) =>
        transaction.Run(ShowSql, transaction.Company, artwork, isVisible ? 1L : 0L);

    internal static UserCollectionItemRow? Find(WriteTransaction transaction, string id) =>
        transaction.Connection.ReadRow(
            FindSql,
            row => new UserCollectionItemRow(row.Text(0), row.Integer(1), Guid.Parse(row.Text(2)), row.Integer(3) != 0, row.Integer(4) != 0),
            transaction.Company,
            id);

    /// <summary>The collection's owner, and whether only its owner sees it.</summary>
    internal (Guid Owner, bool IsPrivate)? FindCollection() =>
        transaction.Connection.ReadRow(CollectionSql, row => (Guid.Parse(row.Text(0)), row.Integer(1) != 0), transaction.Company, collectionId);

    /// <summary>Whether users see an artwork of this id.</summary>
    internal bool IsVisibleArtwork(string artwork) => transaction.Connection.ReadRow(ArtworkSql, _ => true, transaction.Company, artwork) is not null;

    internal bool IsTaken(string artwork) => transaction.Connection.ReadRow(TakenSql, _ => true, transaction.Company, collectionId, artwork) is not null;

    /// <summary>The highest rank but that of one place; null where there is no other.</summary>
    internal long? LastRank(string exceptId) => transaction.Connection.ReadRow(LastSql, row => row.Integer(0), transaction.Company, collectionId, exceptId);

    /// <summary>Whether a place of the collection could stand at a position.</summary>
    internal bool HasPosition(long position, string id) => position == 1 || (position > 1 && NthRank(position - 1, id) is not null);

    /// <summary>
    /// The ranks between which a place comes to stand at a position: that of the visible artwork there, and the next lower one, be its
    /// artwork visible or not, so that no two ranks are ever the same. At the last position it follows all others.
    /// </summary>
    internal (long? Before, long? After) Neighbours(long position, string id)
    {
        if (NthRank(position, id) is not { } after)
            return (LastRank(id), null);
        return (transaction.Connection.ReadRow(BeforeSql, row => row.Integer(0), transaction.Company, collectionId, id, after), after);
    }

    internal long CountVisible() => transaction.Connection.ReadRow($"SELECT count(*) {Visible}", row => row.Integer(0), transaction.Company, collectionId)!.Value;

    /// <summary>Puts an artwork that users see at a rank.</summary>
    internal void Insert(string id, string artwork, long rank) =>
        transaction.Run(InsertSql, transaction.Company, id, collectionId, artwork, rank, transaction.Time);

    internal void Move(string id, long rank) =>
        transaction.Run(
            "UPDATE user_collection_items SET rank = ?3, updated_at = ?4 WHERE company_id = ?1 AND id = ?2", transaction.Company, id, rank, transaction.Time);

    /// <summary>Gives every place of the collection a new rank in the same order, with room between all.</summary>
    internal void Rebalance() => transaction.Run(RebalanceSql, transaction.Company, collectionId, Ranking.Gap);

    /// <summary>The rank of the visible artwork at a position, one place left out; null where there are fewer.</summary>
    private long? NthRank(long position, string exceptId) =>
        transaction.Connection.ReadRow(NthSql, row => row.Integer(0), transaction.Company, collectionId, exceptId, position - 1);
}
