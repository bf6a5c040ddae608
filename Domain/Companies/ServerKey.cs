namespace Domain.Companies;

/// <summary>A secret that all servers of one catalogue share, such as the one that signs cursors.</summary>
public sealed class ServerKey
{
    public required string Name { get; init; }

    public required byte[] Value { get; init; }
}
