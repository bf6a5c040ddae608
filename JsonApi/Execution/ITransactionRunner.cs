using JsonApi.Errors;
using JsonApi.Planning;

namespace JsonApi.Execution;

/// <summary>The port to a store for writing.</summary>
public interface ITransactionRunner
{
    /// <summary>Runs work in a transaction: committed where it succeeds, rolled back where it returns errors or throws.</summary>
    /// <param name="scope">Whose data.</param>
    /// <param name="work">Runs on one thread and waits for nothing but the store.</param>
    /// <param name="cancellation">Gives up while earlier writers are waited for.</param>
    ValueTask<Result<T>> RunAsync<T>(TenantScope scope, Func<IWriteTransaction, Result<T>> work, CancellationToken cancellation);
}
