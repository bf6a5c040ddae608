namespace Domain.Collections;

/// <summary>A note about a collection, for the people who maintain it.</summary>
public sealed class Note
{
    public Guid CompanyId { get; init; }

    public Guid Id { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Guid CollectionId { get; init; }

    public Collection? Collection { get; init; }

    public string Text { get; set; } = "";

    public int Priority { get; set; } = 1;
}
