using Domain.Companies;
using Microsoft.EntityFrameworkCore;
using Persistence.Connections;
using Persistence.Model;

namespace Api.Commands;

/// <summary>The company that a command is about.</summary>
internal static class KnownCompanies
{
    /// <summary>The company of that slug; where there is none, says so.</summary>
    internal static Company? FindCompany(this CatalogDbContext context, CatalogDatabase database, string slug, TextWriter errors)
    {
        var company = context.Companies.AsNoTracking().SingleOrDefault(company => company.Slug == slug);
        if (company is null)
            errors.WriteLine($"error: there is no company \"{slug}\" in {database.Location}");
        return company;
    }
}
