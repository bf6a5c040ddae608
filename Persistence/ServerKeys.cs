using System.Security.Cryptography;
using Persistence.Connections;

namespace Persistence;

/// <summary>Secrets that lie in the catalogue, so that all servers of it have the same and a restart changes none.</summary>
public static class ServerKeys
{
    /// <summary>What cursors are sealed with.</summary>
    public const string Cursors = "cursors";

    private const int Length = 32;

    /// <summary>The key of that name, made where it is missing. Plain SQL, because every start comes by here.</summary>
    public static byte[] Provide(CatalogDatabase database, string name)
    {
        using var connection = database.OpenReader();
        if (Read(connection, name) is { } known)
            return known;
        // Another server may come first: then its key stays.
        connection.Run("INSERT INTO server_keys (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING", name, RandomNumberGenerator.GetBytes(Length));
        return Read(connection, name)!;
    }

    private static byte[]? Read(CatalogConnection connection, string name) =>
        connection.ReadRows("SELECT value FROM server_keys WHERE name = ?1", row => row.Blob(0).ToArray(), name).FirstOrDefault();
}
