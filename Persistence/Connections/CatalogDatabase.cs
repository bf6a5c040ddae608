using Persistence.Model;

namespace Persistence.Connections;

/// <summary>Where the catalogue is kept. One implementation for each kind of database.</summary>
public abstract class CatalogDatabase
{
    /// <summary>Where the catalogue is, for messages: a file or a server.</summary>
    public abstract string Location { get; }

    /// <summary>The folder for files that belong to the catalogue, such as pictures, where no setting names another.</summary>
    public abstract string DataFolder { get; }

    /// <summary>Creates the catalogue where it is missing and brings its schema up to date.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public abstract void Migrate();

    /// <summary>What keeps the catalogue from being read and written, as a sentence; null where nothing does. Does not wait for writers.</summary>
    public abstract string? FindProblem();

    /// <summary>A context on a connection of its own; disposing the context closes it.</summary>
    /// <exception cref="StoreException">The catalogue cannot be opened; so too when the context is used.</exception>
    public abstract CatalogDbContext CreateContext();

    /// <summary>
    /// Has EF build its model, and the runtime compile what reads and saves an entity, so that no write waits for either. The catalogue
    /// itself is not touched.
    /// </summary>
    public abstract void WarmUpWrites();

    /// <summary>A new connection for reading.</summary>
    /// <exception cref="StoreUnavailableException">The database is busy, full or unreachable.</exception>
    internal abstract CatalogConnection OpenReader();

    /// <summary>A new connection for writing.</summary>
    /// <exception cref="StoreUnavailableException">The database is busy, full or unreachable.</exception>
    internal abstract CatalogConnection OpenWriter();
}
