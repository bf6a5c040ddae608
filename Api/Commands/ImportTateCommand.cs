using System.Globalization;
using Api.Import.Tate;
using Persistence.Connections;
using Persistence.Import;

namespace Api.Commands;

/// <summary><c>import tate FOLDER --company SLUG [--name NAME]</c></summary>
internal sealed class ImportTateCommand(TextWriter output, TextWriter errors, Func<CatalogDatabase> openCatalog)
{
    internal const string Usage = """
        import tate FOLDER --company SLUG [--name NAME]

        Loads the Tate collection into a company: subjects become collections three levels deep, artworks
        become product groups, and every artwork is an item of its subjects and, implicitly, of their ancestors.

          FOLDER           holds artists, artworks, subjects and artwork_subjects, each as .csv or .csv.gz
          --company SLUG   the company to fill; it is created where it is missing, and must be empty otherwise
          --name NAME      the name of a company that is created, by default its slug

        The import is one transaction: all of it is there at the end, or nothing. A row that is not as it must be
        is left out with what refers to it, and is reported by file and line; the other rows are loaded.

        The catalogue is the one that ConnectionStrings:Catalog names (environment: ConnectionStrings__Catalog),
        by default data/catalog.db below the working directory.

        Exit code: 0 everything is loaded; 3 loaded, but rows were refused; 1 nothing is loaded; 2 wrong usage.
        """;

    internal int Run(CommandArguments arguments)
    {
        var company = arguments.Company();
        try
        {
            var database = openCatalog();
            database.Migrate();
            using var display = new ProgressDisplay(output, output == Console.Out && !Console.IsOutputRedirected);
            var summary = TateImport.Run(
                database, arguments.Argument("FOLDER"), company, arguments.Option("--name") ?? company, TimeProvider.System, display.Show);
            display.Finish();
            Report(summary);
            return summary.Refused.Count == 0 ? CommandLine.Success : CommandLine.RowsRefused;
        }
        catch (Exception problem) when (problem is TateFileException or CompanyInUseException)
        {
            errors.WriteLine($"error: {problem.Message}");
            return CommandLine.Failure;
        }
    }

    private void Report(TateSummary summary)
    {
        foreach (var line in summary.Refused.First)
            errors.WriteLine(line);
        if (summary.Refused.Count > summary.Refused.First.Count)
            errors.WriteLine(Invariant($"… and {summary.Refused.Count - summary.Refused.First.Count:N0} more"));
        output.WriteLine(Invariant($"""
            Loaded into the company "{summary.Company.Slug}" ({summary.Company.Name}) in {summary.Elapsed.TotalSeconds:N1} s:
              {summary.Artworks,9:N0} artworks by {summary.Artists:N0} artists, {summary.Photos:N0} photos, {summary.Bundles:N0} bundles
              {summary.Collections,9:N0} collections, and "All artworks" kept by the system
              {summary.ExplicitItems,9:N0} explicit and {summary.ImplicitItems:N0} implicit collection items, and {summary.Artworks:N0} in "All artworks"
              {summary.Refused.Count,9:N0} rows refused
            An access token: dotnet run --project Api -- tokens create --company {summary.Company.Slug}
            """));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
