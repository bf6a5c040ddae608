using Domain.Companies;
using JsonApi.Definitions;
using Microsoft.EntityFrameworkCore;
using Persistence.Connections;

namespace Api.Commands;

/// <summary><c>companies create --slug SLUG --name NAME</c> and <c>companies list</c></summary>
internal sealed class CompanyCommands(TextWriter output, TextWriter errors, Func<CatalogDatabase> openCatalog)
{
    internal const string CreateUsage = """
        companies create --slug SLUG --name NAME

        Makes an empty company. Its id is printed alone on standard output.

          --slug SLUG   lower-case letters, digits and inner hyphens; what other commands call it: --company SLUG
          --name NAME   what it is called

        Exit code: 0 made; 1 there is a company with this slug; 2 wrong usage.
        """;

    internal const string ListUsage = """
        companies list

        Lists all companies, a line each: slug, id and name, separated by tabs. Other commands take the slug: --company SLUG
        """;

    internal int Create(CommandArguments arguments)
    {
        var (slug, name) = (arguments.Company("--slug"), arguments.Required("--name", "NAME"));
        var database = openCatalog();
        database.Migrate();
        using var context = database.CreateContext();
        if (context.Companies.Any(company => company.Slug == slug))
        {
            errors.WriteLine($"error: there is a company \"{slug}\" in {database.Location} already");
            return CommandLine.Failure;
        }
        var now = WireText.Now(TimeProvider.System);
        var made = new Company { Id = Guid.CreateVersion7(), Slug = slug, Name = name, CreatedAt = now, UpdatedAt = now };
        context.Companies.Add(made);
        context.SaveChanges();
        output.WriteLine(WireText.Write(made.Id));
        return CommandLine.Success;
    }

    internal int List(CommandArguments arguments)
    {
        var database = openCatalog();
        database.Migrate();
        using var context = database.CreateContext();
        foreach (var company in context.Companies.AsNoTracking().OrderBy(company => company.Slug))
            output.WriteLine($"{company.Slug}\t{WireText.Write(company.Id)}\t{OneLine.Of(company.Name)}");
        return CommandLine.Success;
    }
}
