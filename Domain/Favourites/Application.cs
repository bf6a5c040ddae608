namespace Domain.Favourites;

/// <summary>A program that users of a company log in with; its tokens belong to that company.</summary>
public sealed class Application
{
    public Guid CompanyId { get; init; }

    /// <summary>Unique on the server, because the company is not known before the look-up.</summary>
    public required string ClientId { get; init; }

    /// <summary>SHA-256 of the secret, which is as long as the hash and cannot be guessed from it.</summary>
    public required byte[] SecretHash { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
