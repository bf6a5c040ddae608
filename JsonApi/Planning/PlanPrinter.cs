using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using JsonApi.Definitions;

namespace JsonApi.Planning;

/// <summary>Prints a plan as indented text, for logs and tests: one line per fact, children below their parent.</summary>
public static class PlanPrinter
{
    /// <summary>The whole plan; lines end in a line feed.</summary>
    public static string Print(QueryPlan plan)
    {
        var text = new StringBuilder();
        Line(text, 0, $"company {plan.Scope.CompanyId:D}");
        Line(text, 0, plan.Page is { } page ? Print(page) : "one resource");
        foreach (var stat in plan.Stats)
            Line(text, 0, $"stat {stat.Family}.{stat.Name}.{stat.CalculationName}: {stat.Calculation} of {(stat.Path is null ? "rows" : stat.Path)}");
        if (plan.HasIncludes)
            Line(text, 0, $"included, {plan.IncludedRows} rows at most");
        WriteRows(text, 0, plan.Rows, plan.Where, plan.Order, $"rows 0 of {plan.Rows.Entity.Name}");
        return text.ToString();
    }

    /// <summary>A condition on one line: <c>(Position &gt; 3 and not (Collection.System = true))</c>.</summary>
    public static string Print(Condition condition) => condition switch
    {
        All { Parts: [] } => "always",
        Any { Parts: [] } => "never",
        All all => $"({string.Join(" and ", all.Parts.Select(Print))})",
        Any any => $"({string.Join(" or ", any.Parts.Select(Print))})",
        Not { Part: All { Parts.Count: > 0 } or Any { Parts.Count: > 0 } } not => "not " + Print(not.Part),
        Not not => $"not ({Print(not.Part)})",
        Exists exists => $"some {Path(exists.Path)} with {Print(exists.Where)}",
        SameAs same => $"{same.Inner} = outer {same.Outer}",
        Compare compare => Print(compare),
        _ => throw new NotSupportedException($"{condition.GetType().Name} has no text."),
    };

    private static void WriteRows(StringBuilder text, int depth, RowPlan rows, Condition where, ImmutableArray<SortKey> order, string title)
    {
        Line(text, depth, title);
        Line(text, depth + 1, "columns " + string.Join(", ", rows.Columns));
        Line(text, depth + 1, "where " + Print(where));
        if (order.Length > 0)
            Line(text, depth + 1, "order " + string.Join(", ", order.Select(key => (key.Descending ? "-" : "") + key.Path)));
        if (rows.Root is { } root)
            WriteNode(text, depth + 1, root, root.Definition.Type);
        foreach (var child in rows.Children)
        {
            var parent = $"{Belonging(child)} {child.ParentEntity.Name} in {rows.Columns[child.ParentIdColumn]}";
            WriteRows(text, depth + 1, child.Rows, child.Where, child.Order, $"rows {child.Rows.Index} of {child.Rows.Entity.Name}, {parent}");
        }
    }

    private static void WriteNode(StringBuilder text, int depth, ResourceNode node, string title)
    {
        foreach (var variant in node.Variants)
        {
            var type = node.VariantColumn < 0 ? "" : $" as {variant.Definition.Type}";
            Line(text, depth, $"{title}{type}: {string.Join(", ", variant.Fields.Select(Print))}");
        }
        foreach (var include in node.Includes)
            if (include.Children is { } children)
                Line(text, depth + 1, $"{include.Relationship.Name}: rows {children.Rows.Index}");
            else
                WriteNode(text, depth + 1, include.Node, $"{include.Relationship.Name}, {include.Node.Definition.Type}");
    }

    private static string Belonging(ChildPlan child) =>
        child.Relationship is { } relationship ? $"by {relationship.Key} below" : "of each";

    private static string Print(PagePlan page) => page.Cursor switch
    {
        null => $"page {page.Number} of {page.Size} rows",
        { Values.Count: 0 } end => $"{(end.IsBackward ? "last" : "first")} {page.Size} rows",
        var row => $"{page.Size} rows {(row.IsBackward ? "before" : "after")} {string.Join(", ", row.Values.Select(PrintOrNull))}",
    };

    private static string Print(FieldPlan field) =>
        field.Attribute?.Name ?? $"{field.Extra!.Name} = rows {field.ExtraRows!.Rows.Index}";

    private static string Print(Compare compare)
    {
        var values = string.Join(" | ", compare.Values.Select(Print).Concat(compare.OrNull ? ["null"] : []));
        return $"{compare.Path} {Sign(compare.Comparison)} {(values.Length > 0 ? values : "nothing")}";
    }

    private static string PrintOrNull(object? value) => value is null ? "null" : Print(value);

    private static string Print(object value) => value switch
    {
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        DateTimeOffset instant => WireText.Write(instant),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "=",
        Comparison.EqualRaw => "==",
        Comparison.Greater => ">",
        Comparison.GreaterOrEqual => ">=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Prefix => "starts with",
        Comparison.Suffix => "ends with",
        Comparison.Match => "contains",
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };

    private static string Path(ImmutableArray<PropertyInfo> path) => string.Join('.', path.Select(step => step.Name));

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
}
