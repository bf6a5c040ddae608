using System.Security.Cryptography;
using Persistence.Connections;

namespace Persistence.Accounts;

/// <summary>Secrets stored in the catalogue, so that all its servers have the same ones and a restart changes none.</summary>
public static class ServerKeys
{
    /// <summary>The key that signs cursors.</summary>
    public const string Cursors = "cursors";

    private const int Length = 32;

    private const string FindSql = "SELECT value FROM server_keys WHERE name = ?1";

    private const string InsertSql = "INSERT INTO server_keys (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING";

    /// <summary>The key of that name, created where it is missing. By statements, because every start needs it before EF is ready.</summary>
    public static byte[] Provide(CatalogDatabase database, string name)
    {
        using var connection = database.OpenReader();
        if (Find(connection, name) is { } known)
            return known;
        // Another server may come first: then its key stays.
        connection.Run(InsertSql, name, RandomNumberGenerator.GetBytes(Length));
        return Find(connection, name)!;
    }

    private static byte[]? Find(CatalogConnection connection, string name) =>
        connection.ReadRows(FindSql, row => row.Blob(0).ToArray(), name).FirstOrDefault();
}
