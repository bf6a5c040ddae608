namespace Domain.Favourites;

/// <summary>A token of the favourites API: a user's, or an application's own. Only its SHA-256 is ever stored.</summary>
public sealed class FavouritesToken
{
    /// <summary>How long a token is valid.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(60);

    /// <summary>How long a token with the scope <c>offline_access</c> is valid.</summary>
    public static readonly TimeSpan OfflineLifetime = TimeSpan.FromDays(25 * 365);

    /// <summary>SHA-256 of the token's UTF-8 bytes: the key, because the company is not known before the look-up.</summary>
    public required byte[] Hash { get; init; }

    public Guid CompanyId { get; init; }

    /// <summary>Its user; null where it is an application's own, which sees public data only.</summary>
    public Guid? UserId { get; init; }

    public User? User { get; init; }

    /// <summary>The application that asked for it; null where the server made it.</summary>
    public string? ClientId { get; init; }

    public bool Offline { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
