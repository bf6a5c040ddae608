namespace Domain.Favourites;

/// <summary>A person who keeps collections of a company's artworks.</summary>
public sealed class User
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public required string Name { get; set; }

    /// <summary>Unique per company, whatever its case.</summary>
    public required string Email { get; set; }

    /// <summary>Null for a user who cannot log in with a password.</summary>
    public string? PasswordHash { get; set; }

    public ICollection<UserCollection> Collections { get; } = [];

    /// <summary>A new user, with the default collection that every user has.</summary>
    public static User Create(Guid companyId, string name, string email, string? passwordHash, DateTimeOffset now)
    {
        var user = new User
        {
            CompanyId = companyId,
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            UpdatedAt = now,
            Name = name,
            Email = email,
            PasswordHash = passwordHash,
        };
        user.Collections.Add(new UserCollection
        {
            CompanyId = companyId,
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            UpdatedAt = now,
            UserId = user.Id,
            Name = UserCollection.DefaultName,
            Default = true,
            Private = true,
        });
        return user;
    }
}
