namespace Domain.Companies;

/// <summary>The tenant: everything else belongs to exactly one company and is never visible to another.</summary>
public sealed class Company
{
    public Guid Id { get; init; }

    /// <summary>Lower-case name used in host names and on the command line; unique on the server.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
