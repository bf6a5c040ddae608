using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Persistence.Model;
using Persistence.Sqlite;

namespace Benchmarks.Data;

/// <summary>The benchmark's catalogue in one SQLite file, built once and reused while schema and builder stay the same.</summary>
internal static class DataSet
{
    /// <summary>The one bearer token of the one company.</summary>
    internal const string Token = "benchmark-0123456789abcdef0123456789abcdef";

    /// <summary>The token of the one user of the favourites API.</summary>
    internal const string UserToken = "favourites-0123456789abcdef0123456789abcde";

    /// <summary>Raised when the rows change, so that files of an older builder are not reused.</summary>
    private const string Edition = "3";

    internal static void Ensure(string path)
    {
        var database = new SqliteDatabase($"Data Source={path}");
        var mark = Mark();
        if (File.Exists(path) && ReadMark(database) == mark)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Delete(path);
        Console.WriteLine($"Building the data set in {path}");
        database.Migrate();
        using var connection = database.OpenConnection();
        using (var transaction = connection.BeginTransaction())
        {
            // Items name their photo and photos their owner: neither can be first.
            Execute(connection, "PRAGMA defer_foreign_keys = ON");
            new DataSetRows(connection, transaction).Write();
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {mark}"));
            transaction.Commit();
        }
        // The file is copied for each server: everything must be in it.
        Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>A copy for one server, so that the writes of a workload never reach the original.</summary>
    internal static string CopyFor(string path, string name)
    {
        var copy = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $"{name}.db");
        Delete(copy);
        File.Copy(path, copy);
        return copy;
    }

    private static int Mark()
    {
        using var context = new CatalogDbContext(new DbContextOptionsBuilder<CatalogDbContext>().UseSqlite("Data Source=:memory:").Options);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Edition + context.Database.GenerateCreateScript()));
        return BinaryPrimitives.ReadInt32LittleEndian(hash) | 1;
    }

    private static int ReadMark(SqliteDatabase database)
    {
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    internal static void Delete(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
            File.Delete(path + suffix);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
