namespace Persistence.Writes.Operations;

/// <summary>Says that a company has a new operation, once that is committed.</summary>
public sealed class OperationSignal
{
    /// <summary>Receives the company.</summary>
    public event Action<Guid>? Created;

    internal void Raise(Guid companyId) => Created?.Invoke(companyId);
}
