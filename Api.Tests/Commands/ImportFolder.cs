using System.IO.Compression;
using Api.Import.Tate;
using Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Persistence.Connections;
using Persistence.Sqlite;

namespace Api.Tests.Commands;

/// <summary>A folder of its own with a new catalogue and a small set of Tate files that tests spoil; gone afterwards.</summary>
internal sealed class ImportFolder : IDisposable
{
    internal const string Artists = "id,name,gender,birth_year,death_year\n0,\"Abbey, Edwin\",Male,1852,1911\n7,Anon,,,\n";
    internal const string Subjects = "id,parent_id,level,name\n1,,1,nature\n2,1,2,landscape\n3,2,3,hill\n4,2,3,Hill\n";
    internal const string ArtworksHeader =
        "id,accession_number,title,artist_id,medium,date_text,year,width_mm,height_mm,depth_mm,credit_line,thumbnail_url,url\n";
    internal const string Artworks = ArtworksHeader
        + "10,N1,A Hill,0,Oil,1890,1890,10,20.5,,Given,http://pictures/1.jpg,http://pages/1\n"
        + "11,N2,Another,7,,,,,,,,,http://pages/2\n";
    internal const string Links = "artwork_id,subject_id\n10,3\n10,4\n11,3\n";

    // Migrating takes longer than most of the tests, so it is done once.
    private static readonly Lazy<byte[]> EmptyCatalog = new(MigrateOnce);

    internal ImportFolder()
    {
        Path = Directory.CreateTempSubdirectory("import-tests").FullName;
        System.IO.File.WriteAllBytes(File("catalog.db"), EmptyCatalog.Value);
        Database = new SqliteDatabase($"Data Source={File("catalog.db")}");
        Write("artists.csv", Artists);
        Write("subjects.csv", Subjects);
        Write("artworks.csv", Artworks);
        Write("artwork_subjects.csv", Links);
    }

    internal static string Sample => System.IO.Path.Combine(AppContext.BaseDirectory, "Import", "Tate", "Sample");

    internal string Path { get; }

    internal CatalogDatabase Database { get; }

    internal string File(string name) => System.IO.Path.Combine(Path, name);

    internal void Write(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    internal void Compress(string name)
    {
        using (var target = new GZipStream(System.IO.File.Create(File(name + ".gz")), CompressionLevel.Fastest))
            target.Write(System.IO.File.ReadAllBytes(File(name)));
        System.IO.File.Delete(File(name));
    }

    internal TateSummary Import(string? folder = null) =>
        TateImport.Run(Database, folder ?? Path, "tate", "Tate", TimeProvider.System, _ => { });

    internal long Number(string sql) => (long)Scalar(sql)!;

    internal string? Text(string sql) => Scalar(sql) as string;

    internal List<string> Column(string sql)
    {
        using var connection = Database.OpenConnection();
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static byte[] MigrateOnce()
    {
        var folder = Directory.CreateTempSubdirectory("import-tests").FullName;
        var file = System.IO.Path.Combine(folder, "catalog.db");
        new SqliteDatabase($"Data Source={file}").Migrate();
        var bytes = System.IO.File.ReadAllBytes(file);
        Directory.Delete(folder, recursive: true);
        return bytes;
    }

    private object? Scalar(string sql)
    {
        using var connection = Database.OpenConnection();
        using var command = Command(connection, sql);
        return command.ExecuteScalar() is var value and not DBNull ? value : null;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
