using Domain.Favourites;
using JsonApi.Definitions;
using Persistence.Connections;
using Persistence.Import;

namespace Persistence.Accounts;

/// <summary>
/// What the server looks up and creates before it listens: the demo company's user and tokens, and ids for examples. By statements, not through EF,
/// which costs the runtime about two seconds of one core before its first write: docs/decisions/0005.
/// </summary>
public sealed class StartUpAccounts(CatalogDatabase database) : IDisposable
{
    private const string CompanySql = "SELECT id FROM companies WHERE slug = ?1";

    private const string AnyCompanySql = "SELECT id FROM companies LIMIT 1";

    private const string UserSql = "SELECT id FROM users WHERE company_id = ?1 AND email_folded = ?2";

    private const string TopCollectionSql = """
        SELECT id FROM collections WHERE company_id = ?1 AND depth = 1 AND NOT system ORDER BY slug = ?2 DESC, position LIMIT 1
        """;

    private const string LowestCollectionSql = """
        SELECT id FROM collections WHERE company_id = ?1 AND depth = 3 AND NOT system ORDER BY item_count DESC, id LIMIT 1
        """;

    private const string OtherItemSql = """
        SELECT id FROM items WHERE company_id = ?1 AND kind = 'product_groups' AND NOT archived AND NOT EXISTS (
            SELECT 1 FROM collection_items
            WHERE collection_items.company_id = ?1 AND collection_items.item_id = items.id AND collection_items.collection_id = ?2)
        ORDER BY id LIMIT 1
        """;

    private readonly CatalogConnection _connection = database.OpenWriter();

    public void Dispose() => _connection.Dispose();

    /// <summary>The company with this slug, or null.</summary>
    public Guid? FindCompany(string slug) => Find(CompanySql, slug);

    /// <summary>Whether the catalogue has a company.</summary>
    public bool HasCompany() => Find(AnyCompanySql) is not null;

    /// <summary>The user with this e-mail, whatever its case, or null.</summary>
    public Guid? FindUser(Guid company, string email) => Find(UserSql, company, WireText.Fold(email));

    /// <summary>The user with this user's e-mail, stored with its collections where there is none.</summary>
    public Guid FindOrStore(User user)
    {
        // Most starts write nothing, so they need not wait until others have written.
        if (FindUser(user.CompanyId, user.Email) is { } known)
            return known;
        return _connection.Write(connection =>
        {
            if (FindUser(user.CompanyId, user.Email) is { } stored)
                return stored;
            new RowInsert(connection, typeof(User)).Run(user);
            foreach (var collection in user.Collections)
                new RowInsert(connection, typeof(UserCollection)).Run(collection);
            return user.Id;
        });
    }

    /// <summary>A company's access tokens of a name.</summary>
    public StartUpTokens AccessTokens(Guid company, string name) => new(_connection, "access_tokens", "name", company, name);

    /// <summary>A user's tokens.</summary>
    public StartUpTokens FavouritesTokens(Guid company, Guid user) => new(_connection, "favourites_tokens", "user_id", company, user);

    /// <summary>The collection of the first level with this slug, or another where there is none; null where the company has none.</summary>
    public Guid? FindTopCollection(Guid company, string preferredSlug) => Find(TopCollectionSql, company, preferredSlug);

    /// <summary>The collection of the lowest level that has most items, or null.</summary>
    public Guid? FindLowestCollection(Guid company) => Find(LowestCollectionSql, company);

    /// <summary>A product group that is not in a collection, or null.</summary>
    public Guid? FindOtherItem(Guid company, Guid collection) => Find(OtherItemSql, company, collection);

    private Guid? Find(string sql, params ReadOnlySpan<object?> values) => _connection.ReadRow(sql, row => row.Id(0), values);
}
