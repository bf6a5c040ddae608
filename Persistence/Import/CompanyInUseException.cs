namespace Persistence.Import;

/// <summary>The company to be filled already has collections or items.</summary>
public sealed class CompanyInUseException(string slug)
    : Exception($"the company \"{slug}\" already has collections or items; an import fills an empty company only, nothing was changed");
