namespace Domain.Favourites;

/// <summary>A person of a company's audience, who keeps collections of favourites.</summary>
public sealed class User
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public required string Name { get; set; }

    /// <summary>Unique per company, whatever its case.</summary>
    public required string Email { get; set; }

    /// <summary>Null for who cannot log in with a password.</summary>
    public string? PasswordHash { get; set; }

    public ICollection<UserCollection> Collections { get; } = [];
}
