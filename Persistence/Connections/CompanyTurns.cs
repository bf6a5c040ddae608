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
    private readonly Dictionary<Guid, Line> _lines = [];

    // Companies with requests that wait, the one whose turn is next first.
    private readonly LinkedList<Line> _waiting = [];
    private int _free = slots;

    /// <summary>Takes a slot for a company, at once or when it is its turn; whoever gets it calls <see cref="Leave"/>.</summary>
    /// <exception cref="TooManyWaitingException">As many requests of the company wait as may.</exception>
    /// <exception cref="StoreUnavailableException">It was not its turn in time.</exception>
    internal ValueTask EnterAsync(Guid company, TimeSpan waitTime, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_lines.TryGetValue(company, out var line))
                _lines.Add(company, line = new Line(company));
            if (_free > 0 && line.Running < share && line.Requests.Count == 0)
            {
                _free--;
                line.Running++;
                return ValueTask.CompletedTask;
            }
            if (line.Requests.Count >= maxWaiting)
                throw new TooManyWaitingException(maxWaiting);
            var request = new LinkedListNode<TaskCompletionSource>(new(TaskCreationOptions.RunContinuationsAsynchronously));
            line.Requests.AddLast(request);
            if (line.Requests.Count == 1)
                _waiting.AddLast(line);
            return WaitAsync(line, request, waitTime, cancellation);
        }
    }

    /// <summary>Gives a slot back, and to the company whose turn is next.</summary>
    internal void Leave(Guid company)
    {
        lock (_lock)
        {
            var line = _lines[company];
            line.Running--;
            _free++;
            Drop(line);
            GiveNext();
        }
    }

    private async ValueTask WaitAsync(Line line, LinkedListNode<TaskCompletionSource> request, TimeSpan waitTime, CancellationToken cancellation)
    {
        try
        {
            await request.Value.Task.WaitAsync(waitTime, cancellation);
        }
        catch (Exception fault) when (fault is TimeoutException or OperationCanceledException)
        {
            lock (_lock)
                if (!request.Value.Task.IsCompleted)
                    Remove(line, request);
                else
                    // It was its turn in the same moment.
                    Leave(line.Company);
            if (fault is TimeoutException)
                throw new StoreUnavailableException($"It was not the request's turn within {waitTime.TotalSeconds} seconds.");
            throw;
        }
    }

    private void GiveNext()
    {
        for (var node = _waiting.First; node is not null && _free > 0;)
        {
            var (line, next) = (node.Value, node.Next);
            if (line.Running < share)
            {
                var request = line.Requests.First!;
                line.Requests.RemoveFirst();
                _waiting.Remove(node);
                if (line.Requests.Count > 0)
                    _waiting.AddLast(node);
                _free--;
                line.Running++;
                request.Value.SetResult();
                next = _waiting.First;
            }
            node = next;
        }
    }

    private void Remove(Line line, LinkedListNode<TaskCompletionSource> request)
    {
        line.Requests.Remove(request);
        if (line.Requests.Count == 0)
            _waiting.Remove(line);
        Drop(line);
    }

    private void Drop(Line line)
    {
        if (line.Running == 0 && line.Requests.Count == 0)
            _lines.Remove(line.Company);
    }

    /// <summary>The requests of one company.</summary>
    private sealed class Line(Guid company)
    {
        internal Guid Company { get; } = company;

        internal int Running { get; set; }

        internal LinkedList<TaskCompletionSource> Requests { get; } = [];
    }
}
