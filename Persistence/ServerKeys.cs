using System.Security.Cryptography;

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
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM server_keys WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        if (command.ExecuteScalar() is byte[] known)
            return known;
        // Another server may come first: then its key stays.
        command.CommandText = "INSERT OR IGNORE INTO server_keys (name, value) VALUES ($name, $value); SELECT value FROM server_keys WHERE name = $name";
        command.Parameters.AddWithValue("$value", RandomNumberGenerator.GetBytes(Length));
        return (byte[])command.ExecuteScalar()!;
    }
}
