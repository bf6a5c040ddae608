namespace Persistence.Connections;

/// <summary>
/// Gives a number of slots to companies in turn: one company never has more than its share at once, and where several wait, each gets one
/// slot after the other has got one, however many requests it has waiting.
/// </summary>
/// <param name="slots">The slots.</param>
/// <param name="share">How many of them one company may have at once.</param>
/// <param name="maxWaiting">How many requests of one company may wait.</param>
internal sealed class CompanyTurns(int slots, int share, int maxWaiting)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, CompanyRequests> _byCompany = [];

    // Companies with requests that wait, the one whose turn is next first.
    private readonly LinkedList<CompanyRequests> _waiting = [];
    private int _free = slots;

    /// <summary>Takes a slot for a company, at once or when it is its turn; whoever gets it calls <see cref="Leave"/>.</summary>
    /// <exception cref="TooManyWaitingException">As many requests of the company wait as may.</exception>
    /// <exception cref="StoreUnavailableException">It was not its turn in time.</exception>
    internal ValueTask EnterAsync(Guid company, TimeSpan waitTime, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_byCompany.TryGetValue(company, out var requests))
                _byCompany.Add(company, requests = new CompanyRequests(company));
            if (_free > 0 && requests.Running < share && requests.Waiting.Count == 0)
            {
                _free--;
                requests.Running++;
                return ValueTask.CompletedTask;
            }
            if (requests.Waiting.Count >= maxWaiting)
                throw new TooManyWaitingException(maxWaiting);
            var request = new LinkedListNode<TaskCompletionSource>(new(TaskCreationOptions.RunContinuationsAsynchronously));
            requests.Waiting.AddLast(request);
            if (requests.Waiting.Count == 1)
                _waiting.AddLast(requests);
            return WaitAsync(requests, request, waitTime, cancellation);
        }
    }

    /// <summary>Gives a slot back, and to the company whose turn is next.</summary>
    internal void Leave(Guid company)
    {
        lock (_lock)
        {
            var requests = _byCompany[company];
            requests.Running--;
            _free++;
            Drop(requests);
            GiveNext();
        }
    }

    private async ValueTask WaitAsync(CompanyRequests requests, LinkedListNode<TaskCompletionSource> request, TimeSpan waitTime, CancellationToken cancellation)
    {
        try
        {
            await request.Value.Task.WaitAsync(waitTime, cancellation);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            lock (_lock)
                if (!request.Value.Task.IsCompleted)
                    Remove(requests, request);
                else
                    // It was its turn in the same moment.
                    Leave(requests.Company);
            if (fault is TimeoutException)
                throw new StoreUnavailableException($"It was not the request's turn within {waitTime.TotalSeconds} seconds.");
            throw;
        }
    }

    private void GiveNext()
    {
        for (var node = _waiting.First; node is not null && _free > 0;)
        {
            var (requests, next) = (node.Value, node.Next);
            if (requests.Running < share)
            {
                var request = requests.Waiting.First!;
                requests.Waiting.RemoveFirst();
                _waiting.Remove(node);
                if (requests.Waiting.Count > 0)
                    _waiting.AddLast(node);
                _free--;
                requests.Running++;
                request.Value.SetResult();
                next = _waiting.First;
            }
            node = next;
        }
    }

    private void Remove(CompanyRequests requests, LinkedListNode<TaskCompletionSource> request)
    {
        requests.Waiting.Remove(request);
        if (requests.Waiting.Count == 0)
            _waiting.Remove(requests);
        Drop(requests);
    }

    private void Drop(CompanyRequests requests)
    {
        if (requests.Running == 0 && requests.Waiting.Count == 0)
            _byCompany.Remove(requests.Company);
    }

    /// <summary>The requests of one company.</summary>
    private sealed class CompanyRequests(Guid company)
    {
        internal Guid Company { get; } = company;

        internal int Running { get; set; }

        internal LinkedList<TaskCompletionSource> Waiting { get; } = [];
    }
}
