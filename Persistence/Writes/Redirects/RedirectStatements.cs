using Domain.Redirects;
using JsonApi.Definitions;
using Persistence.Transactions;

namespace Persistence.Writes.Redirects;

/// <summary>
/// What keeps the redirects of a company short: no redirect leads to the path of another one, and none starts at the path of a page that
/// exists. Each rule is one statement, however many redirects follow.
/// </summary>
internal static class RedirectStatements
{
    private static readonly string FindGroup = FindItem(WireText.Write(Domain.Items.ItemKind.ProductGroups));
    private static readonly string FindBundle = FindItem(WireText.Write(Domain.Items.ItemKind.Bundles));

    /// <summary>A page has got a path, where redirects may have started until now.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="before">The path it had before; null for a page that is new or restored.</param>
    /// <param name="path">The path it has.</param>
    /// <param name="leavesRedirect">Whether the path before leads to the new one from now on.</param>
    internal static void Move(WriteTransaction transaction, string? before, string path, bool leavesRedirect)
    {
        if (before == path)
            return;
        transaction.Run("DELETE FROM url_redirects WHERE company_id = ?1 AND from_path = ?2", path);
        if (before is null)
            return;
        Lead(transaction, before, path);
        if (leavesRedirect)
            transaction.Run(
                """
                INSERT INTO url_redirects (company_id, id, created_at, updated_at, from_path, to_path) VALUES (?1, ?2, ?3, ?3, ?4, ?5)
                ON CONFLICT (company_id, from_path) DO UPDATE SET to_path = excluded.to_path, updated_at = excluded.updated_at
                """,
                Guid.CreateVersion7(transaction.Now), transaction.Now, before, path);
    }

    /// <summary>All redirects to a path lead to another one from now on.</summary>
    internal static void Lead(WriteTransaction transaction, string before, string path) => transaction.Run(
        "UPDATE url_redirects SET to_path = ?3, updated_at = ?4 WHERE company_id = ?1 AND to_path = ?2", before, path, transaction.Now);

    /// <summary>Where a path leads to by a redirect other than the one with the id; the path itself where there is none.</summary>
    internal static string End(WriteTransaction transaction, string path, Guid id) => transaction.ReadRows(
        "SELECT to_path FROM url_redirects WHERE company_id = ?1 AND from_path = ?2 AND id <> ?3", row => row.Text(0), path, id) is [var end] ? end : path;

    /// <summary>Whether another redirect than the one with the id starts at the path.</summary>
    internal static bool IsTaken(WriteTransaction transaction, string path, Guid id) => transaction.ReadRow(
        "SELECT 1 FROM url_redirects WHERE company_id = ?1 AND from_path = ?2 AND id <> ?3", _ => true, path, id) is not null;

    /// <summary>Whether a collection, or an item that is not archived, has the path.</summary>
    internal static bool IsPage(WriteTransaction transaction, string path) => StorePath.Read(path) is var (page, slug) && transaction.ReadRow(
        page switch
        {
            StorePage.Collections => "SELECT 1 FROM collections WHERE company_id = ?1 AND slug = ?2",
            StorePage.Products => FindGroup,
            _ => FindBundle,
        },
        _ => true,
        slug) is not null;

    private static string FindItem(string kind) => $"SELECT 1 FROM items WHERE company_id = ?1 AND slug = ?2 AND kind = '{kind}' AND archived = FALSE";
}
