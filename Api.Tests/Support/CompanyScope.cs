using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Persistence.Connections;

namespace Api.Tests.Support;

/// <summary>Finds the tables of a statement that are not held to the company by its first parameter.</summary>
internal static partial class CompanyScope
{
    /// <summary>The statements over tables with a company that are prepared on the connection that writes.</summary>
    internal static async Task<(List<string> Statements, HashSet<string> Tables)> PreparedWritesAsync(ApiServer server)
    {
        using var context = server.Database.CreateContext();
        var tables = context.Model.GetEntityTypes().Where(entity => entity.FindProperty("CompanyId") is not null).Select(entity => entity.GetTableName()!).ToHashSet();
        var prepared = await server.Services.GetRequiredService<ConnectionPool>()
            .WriteAsync(Guid.Empty, connection => (connection.Prepared.ToList(), false), CancellationToken.None);
        return (prepared.FindAll(sql => tables.Any(table => sql.Contains(table, StringComparison.Ordinal))), tables);
    }

    /// <summary>
    /// The aliases, or else the names, of tables without <c>company_id = ?1</c> in their own part of the statement: what it inserts into
    /// does not count, nor do outer joins, which follow the row they are joined to.
    /// </summary>
    /// <param name="sql">The statement.</param>
    /// <param name="tables">The names of the tables; others are row sets of the statement itself.</param>
    internal static List<string> Unheld(string sql, IReadOnlySet<string> tables)
    {
        var unheld = new List<string>();
        var rest = Blank().Replace(sql, " ");
        // From the inside out: a part in parentheses that is a query is checked and taken out, any other loses its parentheses.
        while (Innermost().Match(rest) is { Success: true } inner)
        {
            var text = inner.Groups[1].Value;
            if (Query().IsMatch(text))
            {
                Check(text);
                text = "#";
            }
            rest = $"{rest[..inner.Index]}[{text}]{rest[(inner.Index + inner.Length)..]}";
        }
        Check(rest);
        return unheld;

        void Check(string query)
        {
            foreach (var part in Union().Split(query))
                unheld.AddRange(
                    from table in Table().Matches(part)
                    where !table.Groups["outer"].Success && tables.Contains(table.Groups["table"].Value)
                    let name = table.Groups["alias"].Success ? table.Groups["alias"].Value : table.Groups["table"].Value
                    let start = table.Groups["alias"].Success ? $@"\b{name}\." : $@"(?:\b{name}\.|(?<![.""\w]))"
                    where !Regex.IsMatch(part, $@"{start}""?company_id""? = \?1(?!\d)")
                    select name);
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\(([^()]*)\)")]
    private static partial Regex Innermost();

    [GeneratedRegex(@"^ ?(?:SELECT|WITH|VALUES)\b")]
    private static partial Regex Query();

    [GeneratedRegex(@"\b(?:UNION ALL|UNION|EXCEPT|INTERSECT)\b")]
    private static partial Regex Union();

    [GeneratedRegex(@"(?<outer>LEFT (?:OUTER )?)?\b(?:FROM|JOIN|UPDATE)\b ""?(?<table>\w+)""?(?: (?:AS )?(?!(?:AS|SET|WHERE|ON|JOIN|LEFT|CROSS|INNER|ORDER|GROUP|LIMIT|RETURNING)\b)(?<alias>\w+))?")]
    private static partial Regex Table();
}
