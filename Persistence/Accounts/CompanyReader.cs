using Persistence.Connections;

namespace Persistence.Accounts;

/// <summary>Finds companies by their slugs, for hosts that are a company's.</summary>
public sealed class CompanyReader(ConnectionPool connections)
{
    /// <summary>The id of the company with this slug; null where there is none.</summary>
    public ValueTask<Guid?> FindAsync(string slug, CancellationToken cancellation) => connections.LookUpAsync(
        slug,
        static (connection, slug) => connection.ReadRow("SELECT id FROM companies WHERE slug = ?1", row => row.Id(0), slug),
        cancellation);
}
