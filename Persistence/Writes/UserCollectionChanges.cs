namespace Persistence.Writes;

/// <summary>What changes in a collection; what is null stays.</summary>
/// <param name="Name">A new name.</param>
/// <param name="Description">A new description, the empty text for none.</param>
/// <param name="IsPrivate">Whether only its owner sees it from now on.</param>
public sealed record UserCollectionChanges(string? Name, string? Description, bool? IsPrivate);
