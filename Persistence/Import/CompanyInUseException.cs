namespace Persistence.Import;

/// <summary>The company to be filled already has collections, items or default properties.</summary>
public sealed class CompanyInUseException(string slug)
    : Exception($"the company \"{slug}\" already has collections, items or default properties; an import fills an empty company only, nothing was changed");
