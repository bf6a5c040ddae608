namespace Persistence.Connections;

/// <summary>How the work of companies shares the connections.</summary>
public sealed record ConnectionLimits
{
    /// <summary>Reads that run at once.</summary>
    public int Readers { get; init; } = Math.Max(8, Environment.ProcessorCount * 4);

    /// <summary>Reads of one company that run at once. Less than all, so that another company always finds a connection.</summary>
    public int ReadersPerCompany { get; init; } = Math.Max(4, Environment.ProcessorCount * 2);

    /// <summary>Requests of one company that may wait for their turn; those beyond are refused.</summary>
    public int WaitingPerCompany { get; init; } = 1_000;

    /// <summary>How long work may wait for its turn.</summary>
    public TimeSpan WaitTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What one read may take.</summary>
    public TimeSpan ReadTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What one write transaction may take, while all other writers wait.</summary>
    public TimeSpan WriteTime { get; init; } = TimeSpan.FromSeconds(5);
}
