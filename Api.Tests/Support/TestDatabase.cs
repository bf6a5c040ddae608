using Microsoft.Data.Sqlite;
using Persistence.Connections;
using Persistence.Sqlite;

namespace Api.Tests.Support;

/// <summary>What tests ask the database itself.</summary>
internal static class TestDatabase
{
    internal static SqliteConnection OpenConnection(this CatalogDatabase database) => ((SqliteDatabase)database).OpenConnection();
}
