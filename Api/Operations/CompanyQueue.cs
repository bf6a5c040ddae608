using System.Threading.Channels;

namespace Api.Operations;

/// <summary>
/// Companies that have something to be done, each at most once, in turn: a company that has more goes to the end, so that nobody waits for
/// all operations of another.
/// </summary>
internal sealed class CompanyQueue
{
    private readonly Channel<Guid> _waiting = Channel.CreateUnbounded<Guid>();
    private readonly Lock _lock = new();

    // Whether more came while the company was worked for.
    private readonly Dictionary<Guid, bool> _present = [];

    /// <summary>Adds a company; one that is there already is looked at once more.</summary>
    internal void Add(Guid company)
    {
        lock (_lock)
            if (_present.TryAdd(company, false))
                _waiting.Writer.TryWrite(company);
            else
                _present[company] = true;
    }

    /// <summary>The company whose turn it is; until <see cref="Return"/> nobody else gets it.</summary>
    internal ValueTask<Guid> TakeAsync(CancellationToken cancellation) => _waiting.Reader.ReadAsync(cancellation);

    /// <summary>Ends the turn of a company.</summary>
    internal void Return(Guid company, bool hasMore)
    {
        lock (_lock)
            if (_present[company] || hasMore)
            {
                _present[company] = false;
                _waiting.Writer.TryWrite(company);
            }
            else
                _present.Remove(company);
    }
}
