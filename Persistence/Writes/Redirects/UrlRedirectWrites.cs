using Domain.Redirects;
using JsonApi.Errors;
using JsonApi.Planning;
using Persistence.Transactions;

namespace Persistence.Writes.Redirects;

/// <summary>Redirects from paths that are no longer used; those of changed slugs are made with the slugs.</summary>
public sealed class UrlRedirectWrites : ResourceWrites
{
    /// <summary>What a body calls for when it changes a slug.</summary>
    internal const string Input = "create_url_redirect";

    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        var redirect = new UrlRedirect
        {
            CompanyId = transaction.Scope.CompanyId, Id = plan.Id, CreatedAt = transaction.Now, UpdatedAt = transaction.Now, FromPath = "", ToPath = "",
        };
        return Assign(transaction, transaction.Context.Add(redirect).Entity, plan);
    }

    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan) => Assign(transaction, Find(transaction, plan.Id), plan);

    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        transaction.Context.Remove(Find(transaction, id));
        transaction.Save();
        return id;
    }

    private static Result<Guid> Assign(WriteTransaction transaction, UrlRedirect redirect, WritePlan plan)
    {
        var from = Read(plan, "from_path") ?? redirect.FromPath;
        var given = Read(plan, "to_path") ?? redirect.ToPath;
        var to = RedirectStatements.End(transaction, given, plan.Id);
        var errors = new List<RequestError>();
        if (from != redirect.FromPath)
            errors.AddRange(CheckFrom(transaction, from, plan.Id));
        if (to == from)
            errors.Add(RequestError.Invalid("to_path", given == from ? "can't be the from_path" : "leads back to the from_path, by another redirect", "cycle"));
        if (errors.Count > 0)
            return errors;
        (redirect.FromPath, redirect.ToPath) = (from, to);
        transaction.Save();
        RedirectStatements.Lead(transaction, from, to);
        return plan.Id;
    }

    private static IEnumerable<RequestError> CheckFrom(WriteTransaction transaction, string path, Guid id)
    {
        if (RedirectStatements.IsTaken(transaction, path, id))
            yield return RequestError.Invalid("from_path", "has already been taken", "taken");
        else if (RedirectStatements.IsPage(transaction, path))
            yield return RequestError.Invalid("from_path", "is the path of a collection, product group or bundle that exists", "taken");
    }

    private static string? Read(WritePlan plan, string name) => plan.Text(name) is { } path ? RedirectPath.Read(path).Path : null;

    private static UrlRedirect Find(WriteTransaction transaction, Guid id) => transaction.Context.UrlRedirects.Find(transaction.Scope.CompanyId, id)!;
}
