using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using JsonApi.Rendering;

namespace JsonApi;

/// <summary>Every write, of both APIs, from body to bytes: read, plan, validate, store images, transaction, render.</summary>
/// <param name="catalog">The validators.</param>
/// <param name="imageStore">Stores the images of bodies.</param>
/// <param name="transactions">Runs transactions.</param>
/// <param name="executor">Runs writes within a transaction.</param>
public sealed class WritePipeline(WriteCatalog catalog, IImageStore imageStore, ITransactionRunner transactions, WriteExecutor executor)
{
    /// <summary>
    /// Runs a write through its stages; each hands a value or the caller's errors to the next. Everything is written, or nothing.
    /// </summary>
    public async ValueTask<Answer> RunAsync(WriteCall call, CancellationToken cancellation)
    {
        var times = StageTimes.Start();

        var read = await call.Read(cancellation);
        times.End(Stage.Read);
        if (!read.TryGet(out var body))
            return Answer.Failed(read.Errors, times);

        var planned = call.Plan(body);
        times.End(Stage.Plan);

        var errors = Validate(planned);
        times.End(Stage.Validate);
        if (errors.Count > 0)
            return Answer.Failed(errors, times);

        using var images = imageStore.Begin();
        var stored = await StoreImagesAsync(planned.Writes, images, cancellation);
        times.End(Stage.StoreImages);
        if (!stored.TryGet(out var writes))
            return Answer.Failed(stored.Errors, times);

        var statements = 0;
        var done = await transactions.RunAsync(
            call.Scope,
            transaction =>
            {
                var applied = executor.Apply(transaction, planned with { Writes = writes });
                statements = transaction.Statements;
                return applied;
            },
            cancellation);
        times.End(Stage.Execute);
        times.Statements = statements;
        if (!done.TryGet(out var written))
            return Answer.Failed(done.Errors, times);
        images.Keep();

        try
        {
            var document = call.Render(written);
            times.End(Stage.Render);
            return new Answer(document, times) { Location = call.Location?.Invoke(written[0]) };
        }
        finally
        {
            foreach (var resource in written)
                resource.Dispose();
        }
    }

    /// <summary>The errors of all writes in their order, those of validators included.</summary>
    private List<RequestError> Validate(PlannedWrites planned)
    {
        var errors = planned.Errors;
        foreach (var write in planned.Writes)
            if (write is ResourceWrite { Body: { } body })
                errors.AddRange(write.Located(catalog.Check(body)));
        return errors.Count > 1 ? [.. errors.OrderBy(error => error.Operation ?? -1)] : errors;
    }

    private static async ValueTask<Result<IReadOnlyList<PlannedWrite>>> StoreImagesAsync(
        IReadOnlyList<PlannedWrite> writes, IImageBatch images, CancellationToken cancellation)
    {
        var ready = new List<PlannedWrite>(writes.Count);
        foreach (var write in writes)
        {
            if (write is not ResourceWrite { Body: { } body } resource)
            {
                ready.Add(write);
                continue;
            }
            var stored = await images.StoreAsync(body, cancellation);
            if (!stored.TryGet(out var plan))
                return write.Located(stored.Errors);
            ready.Add(resource with { Body = plan });
        }
        return ready;
    }
}
