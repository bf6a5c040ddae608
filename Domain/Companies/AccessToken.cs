namespace Domain.Companies;

/// <summary>What a token allows in the company's catalogue.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,
    Read = 1,
    Write = 2,
}

/// <summary>A bearer token of a company. Only the SHA-256 of the token is ever kept.</summary>
public sealed class AccessToken
{
    /// <summary>SHA-256 of the token's UTF-8 bytes: the key, because the company is not known before the lookup.</summary>
    public required byte[] Hash { get; init; }

    public Guid CompanyId { get; init; }

    public required string Name { get; init; }

    public TokenScopes Scopes { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
