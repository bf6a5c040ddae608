namespace Domain.Redirects;

/// <summary>Where a path of the store that is no longer used leads to.</summary>
public sealed class UrlRedirect
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>A path that starts with a slash; unique for the company.</summary>
    public required string FromPath { get; set; }

    /// <summary>A path that starts with a slash and is no redirect itself.</summary>
    public required string ToPath { get; set; }
}
