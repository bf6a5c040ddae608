namespace Persistence.Connections;

/// <summary>A write took so long that it was rolled back.</summary>
public sealed class WriteTooLongException(TimeSpan time, Exception inner) : Exception($"A write took more than {time.TotalSeconds} seconds and was rolled back.", inner)
{
    /// <summary>What one write may take.</summary>
    public TimeSpan Time { get; } = time;
}
