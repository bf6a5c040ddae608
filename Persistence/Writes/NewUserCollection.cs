namespace Persistence.Writes;

/// <summary>A collection to be created, its values checked.</summary>
public sealed record NewUserCollection(string Name, string? Description, bool IsPrivate);
