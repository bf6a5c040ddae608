using Persistence.Queries;
using Persistence.Transactions;

namespace Persistence.Writes.Operations;

/// <summary>How far an operation is.</summary>
/// <param name="IsEnded">Whether it is finished or has failed.</param>
/// <param name="Progress">How many of its targets are done.</param>
/// <param name="Errors">The sentences about those that failed, as a JSON array.</param>
internal readonly record struct OperationState(bool IsEnded, int Progress, string Errors);

/// <summary>The rows of operations, as those who run them read and write them.</summary>
internal static class OperationRows
{
    /// <summary>Operations that are finished or have failed are kept for this long.</summary>
    private static readonly TimeSpan KeptTime = TimeSpan.FromDays(30);

    /// <summary>Of those, a company keeps this many.</summary>
    private const long MaxKept = 1_000;

    /// <summary>A company keeps the files of this many.</summary>
    private const long MaxArtifacts = 20;

    private const string Unended = "status IN ('in_progress', 'scheduled')";
    private const string Ended = "status IN ('failed', 'finished')";

    /// <summary>The companies with operations that have to be run.</summary>
    internal const string CompaniesSql = $"""
        SELECT company.id FROM companies company
        WHERE EXISTS (SELECT 1 FROM operations WHERE company_id = company.id AND {Unended})
        """;

    /// <summary>The operation that a company's next batch belongs to: one that was begun, else the oldest.</summary>
    internal const string NextSql = $"""
        SELECT id, operation_data FROM operations WHERE company_id = ?1 AND {Unended} ORDER BY status, created_at, id LIMIT 1
        """;

    internal static long CountUnended(WriteTransaction transaction) =>
        transaction.ReadRow($"SELECT count(*) FROM operations WHERE company_id = ?1 AND {Unended}", row => row.Integer(0))!.Value;

    internal static OperationState? Find(WriteTransaction transaction, Guid id) => transaction.ReadRow(
        $"SELECT {Ended}, progress, error_data FROM operations WHERE company_id = ?1 AND id = ?2",
        row => new OperationState(row.Flag(0), (int)row.Integer(1), row.Text(2)),
        id);

    /// <summary>Writes what a batch did, in the transaction that did it.</summary>
    internal static void Advance(WriteTransaction transaction, Guid id, int progress, string errors, int errorCount) => transaction.Run(
        """
        UPDATE operations SET status = 'in_progress', progress = ?3, error_data = ?4, error_count = ?5, updated_at = ?6
        WHERE company_id = ?1 AND id = ?2
        """,
        id, (long)progress, errors, (long)errorCount, transaction.Now);

    internal static void End(WriteTransaction transaction, Guid id, bool hasFailed, string? message) => transaction.Run(
        """
        UPDATE operations SET status = ?3, status_message = ?4, finished_at = ?5, updated_at = ?5
        WHERE company_id = ?1 AND id = ?2
        """,
        id, hasFailed ? "failed" : "finished", message, transaction.Now);

    internal static void SetArtifact(WriteTransaction transaction, Guid id, string json) =>
        transaction.Run("UPDATE operations SET artifact = ?3 WHERE company_id = ?1 AND id = ?2", id, json);

    /// <summary>Takes the files from all operations but the last that made some; returns what they were.</summary>
    internal static List<string> DropArtifacts(WriteTransaction transaction)
    {
        var old = transaction.ReadRows(
            $"""
            SELECT id, artifact FROM operations WHERE company_id = ?1 AND {Ended} AND artifact <> ?2
            ORDER BY created_at DESC, id DESC LIMIT ?4 OFFSET ?3
            """,
            row => (Id: row.Id(0), Artifact: row.Text(1)),
            OperationArtifact.None, MaxArtifacts, MaxKept);
        if (old.Count > 0)
            transaction.Run(
                $"UPDATE operations SET artifact = ?3 WHERE company_id = ?1 AND id IN (SELECT id FROM {transaction.Dialect.Rows(2, "old", ("id", RowType.Id))})",
                JsonRows.Of(old.Select(row => row.Id)), OperationArtifact.None);
        return old.ConvertAll(row => row.Artifact);
    }

    /// <summary>Deletes ended operations that are too old or too many.</summary>
    internal static void DropOld(WriteTransaction transaction) => transaction.Run(
        $"""
        DELETE FROM operations WHERE company_id = ?1 AND {Ended} AND (created_at < ?2 OR id IN (
            SELECT id FROM operations WHERE company_id = ?1 AND {Ended} ORDER BY created_at DESC, id DESC LIMIT ?3 OFFSET ?3))
        """,
        transaction.Now - KeptTime, MaxKept);
}
