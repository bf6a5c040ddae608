using Domain.Collections;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;

namespace Persistence.Writes;

/// <summary>Notes about collections.</summary>
public sealed class NoteWrites : ResourceWrites
{
    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var company = transaction.Scope.CompanyId;
        if (transaction.Context.Collections.Find(company, plan.Uuid("collection_id")) is null)
            return RequestError.Invalid("collection_id", "must be the id of a collection of this company", "not_found");
        var note = new Note { CompanyId = company, Id = plan.Id, CreatedAt = transaction.Now, UpdatedAt = transaction.Now };
        return Assign(transaction, transaction.Context.Add(note).Entity, plan);
    }

    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan) =>
        Assign(transaction, Find(transaction, plan.Id), plan);

    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        transaction.Context.Remove(Find(transaction, id));
        transaction.Save();
        return id;
    }

    private static Result<Guid> Assign(WriteTransaction transaction, Note note, WritePlan plan)
    {
        if (transaction.Context.Entry(note).Assign(plan) is { Count: > 0 } errors)
            return errors;
        transaction.Save();
        return plan.Id;
    }

    private static Note Find(WriteTransaction transaction, Guid id) =>
        transaction.Context.Find<Note>(transaction.Scope.CompanyId, id)!;
}
