using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore;
using Persistence.Connections;

namespace Persistence.Transactions;

/// <summary>Runs work in a write transaction: committed where it succeeds, rolled back where it returns errors or throws.</summary>
public sealed class TransactionRunner(ConnectionPool connections, TimeProvider clock) : ITransactionRunner
{
    /// <summary>Runs the work once it is its turn; writers queue in order.</summary>
    /// <param name="scope">Whose catalogue.</param>
    /// <param name="work">What to do; runs on one thread, without waiting for anything but the database.</param>
    /// <param name="cancellation">Gives up while waiting for earlier writers.</param>
    public async ValueTask<Result<T>> RunAsync<T>(TenantScope scope, Func<WriteTransaction, Result<T>> work, CancellationToken cancellation)
    {
        WriteTransaction? transaction = null;
        var isCommitted = false;
        try
        {
            var result = await connections.WriteAsync(
                scope.CompanyId,
                connection =>
                {
                    transaction = new WriteTransaction(connection, scope, WireText.Now(clock));
                    var done = work(transaction);
                    return (done, done.TryGet(out _));
                },
                cancellation);
            isCommitted = result.TryGet(out _);
            return result;
        }
        catch (DbUpdateException fault) when (fault.InnerException is StoreUnavailableException inner)
        {
            throw new StoreUnavailableException(inner.Message, fault);
        }
        finally
        {
            transaction?.Dispose();
            if (isCommitted)
                transaction!.Committed();
        }
    }

    ValueTask<Result<T>> ITransactionRunner.RunAsync<T>(
        TenantScope scope, Func<IWriteTransaction, Result<T>> work, CancellationToken cancellation) => RunAsync<T>(scope, work, cancellation);
}
