using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Execution;
using JsonApi.Planning;
using SortKey = JsonApi.Definitions.SortKey;

namespace Api.Tests.Support;

/// <summary>Runs plans over lists of entities with wired navigations, naively: the oracle of the compiled SQL.</summary>
/// <param name="lists">All entities of all companies, by entity type or base type.</param>
internal sealed class InMemoryPlanExecutor(IReadOnlyDictionary<Type, IReadOnlyList<object>> lists) : IPlanExecutor
{
    public ValueTask<Result<QueryResult>> ExecuteAsync(QueryPlan plan, CancellationToken cancellation)
    {
        var result = new QueryResult(plan.RowPlanCount, plan.Stats.Count);
        var rows = All(plan, plan.Rows.Entity).Where(row => Meets(plan.Where, row, null)).ToList();
        var ordered = Ordered(rows, plan.Order);
        var (page, hasMore) = Page(plan, ordered);
        result.HasMore = hasMore && plan.Page is { Size: > 0 };
        result.SetTable(0, Table(plan.Rows, page.Select(row => (row, (object?)null)), isChild: false));
        result.RowsBefore = !RowNumbers.AreCounted(plan) ? plan.Page?.Offset ?? 0
            : RowNumbers.PlanCount(plan, result) is { } count ? All(plan, plan.Rows.Entity).Count(row => Meets(count.Where, row, null))
            : 0;

        long budget = plan.IncludedRows;
        if (AddChildren(plan, plan.Rows, result, ref budget) is { } tooLarge)
        {
            result.Dispose();
            return ValueTask.FromResult<Result<QueryResult>>(tooLarge);
        }
        for (var i = 0; i < plan.Stats.Count; i++)
            result.Stats[i] = Stat(plan.Stats[i], rows);
        return ValueTask.FromResult<Result<QueryResult>>(result);
    }

    private static (List<object> Rows, bool HasMore) Page(QueryPlan plan, List<object> rows)
    {
        if (plan.Page is not { } page)
            return ([.. rows.Take(1)], false);
        if (page.Cursor is not { } cursor)
            return ([.. rows.Skip((int)page.Offset).Take(page.Size)], page.Offset + page.Size < rows.Count);
        var beyond = cursor.Values.Count == 0 ? rows : rows.FindAll(row => FromCursor(row) is var order && (cursor.IsBackward ? order < 0 : order > 0));
        if (cursor.Values.Count == 0)
            beyond = [.. beyond.Skip((int)page.Offset)];
        return ([.. cursor.IsBackward ? beyond.TakeLast(page.Size) : beyond.Take(page.Size)], beyond.Count > page.Size);

        int FromCursor(object row) => plan.Order
            .Select((key, at) => Compare(key, InMemoryValues.Read(row, key.Path), cursor.Values[at])).FirstOrDefault(result => result != 0);
    }

    private static bool Meets(Condition condition, object row, object? outer) => condition switch
    {
        All all => all.Parts.All(part => Meets(part, row, outer)),
        Any any => any.Parts.Any(part => Meets(part, row, outer)),
        Not not => !Meets(not.Part, row, outer),
        Compare compare => InMemoryValues.Meets(compare, InMemoryValues.Read(row, compare.Path)),
        Exists exists => Behind(row, exists.Path).Any(inner => Meets(exists.Where, inner, outer)),
        SameAs same => InMemoryValues.Read(row, same.Inner) is { } value && value.Equals(InMemoryValues.Read(outer!, same.Outer)),
        _ => throw new NotSupportedException($"{condition.GetType().Name} is unknown."),
    };

    private static IEnumerable<object> Behind(object row, ImmutableArray<PropertyInfo> path) =>
        InMemoryValues.Read(row, new PropertyPath(path.RemoveAt(path.Length - 1), path[^1])) is IEnumerable rows ? rows.Cast<object>() : [];

    private static List<object> Ordered(IEnumerable<object> rows, ImmutableArray<SortKey> order)
    {
        var ordered = rows.ToList();
        ordered.Sort((left, right) => order
            .Select(key => Compare(key, InMemoryValues.Read(left, key.Path), InMemoryValues.Read(right, key.Path))).FirstOrDefault(result => result != 0));
        return ordered;
    }

    private static int Compare(SortKey key, object? left, object? right)
    {
        // Nulls are greater than all values: last ascending, first descending.
        var ascending = (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            var (a, b) => InMemoryValues.Order(a, b),
        };
        return key.Descending ? -ascending : ascending;
    }

    private static ResultTable Table(RowPlan plan, IEnumerable<(object Row, object? Parent)> rows, bool isChild)
    {
        var table = new ResultTable(plan.Columns.Length + (isChild ? 1 : 0));
        foreach (var (row, parent) in rows)
        {
            foreach (var column in plan.Columns)
                InMemoryValues.AddTo(table, InMemoryValues.Read(row, column));
            if (isChild)
                InMemoryValues.AddTo(table, parent);
        }
        return table;
    }

    private RequestError? AddChildren(QueryPlan plan, RowPlan parent, QueryResult result, ref long budget)
    {
        foreach (var child in parent.Children)
        {
            var rows = ParentIds(result.Table(parent.Index), child.ParentIdColumn)
                .SelectMany(id => Below(plan, child, id).Select(row => (row, (object?)id)));
            var table = Table(child.Rows, rows, isChild: true);
            result.SetTable(child.Rows.Index, table);
            budget -= table.Count;
            if (budget < 0)
                return IncludeTooLarge.Error(plan, child);
            result.Children[child.Rows.Index] = new ChildRows(table, child.Rows.Columns.Length);
            if (AddChildren(plan, child.Rows, result, ref budget) is { } error)
                return error;
        }
        return null;
    }

    private static IEnumerable<Guid> ParentIds(ResultTable table, int column) =>
        Enumerable.Range(0, table.Count).Where(row => !table.IsNull(row, column)).Select(row => WireId.Read(table.Text(row, column)).Value).Distinct();

    private List<object> Below(QueryPlan plan, ChildPlan child, Guid parent)
    {
        var outer = child.Relationship is null ? All(plan, child.ParentEntity).Single(row => Own(row, "Id").Equals(parent)) : null;
        var rows = All(plan, child.Rows.Entity)
            .Where(row => child.Relationship is null || parent.Equals(InMemoryValues.Read(row, child.Relationship.Key)))
            .Where(row => Meets(child.Where, row, outer));
        return Ordered(rows, child.Order);
    }

    private static ResultTable Stat(StatPlan stat, List<object> rows)
    {
        if (stat.Calculation == Calculation.CountEach)
            return CountEach(rows.SelectMany(row => Each(InMemoryValues.Read(row, stat.Path!))));
        var table = new ResultTable(1);
        var numbers = stat.Path is null ? [] : rows.Select(row => InMemoryValues.Read(row, stat.Path)).OfType<object>().ToList();
        var isWhole = numbers is not [double, ..];
        var values = numbers.ConvertAll(number => Convert.ToDouble(number, CultureInfo.InvariantCulture));
        InMemoryValues.AddTo(table, stat.Calculation switch
        {
            Calculation.Count => (object)(long)rows.Count,
            Calculation.Sum => Whole(values.Sum()),
            _ when values.Count == 0 => null,
            Calculation.Average => values.Sum() / values.Count,
            Calculation.Minimum => Whole(values.Min()),
            Calculation.Maximum => Whole(values.Max()),
            _ => throw new NotSupportedException($"{stat.Calculation} is unknown."),
        });
        return table;

        object Whole(double number) => isWhole ? (object)(long)number : number;
    }

    private static IEnumerable<object?> Each(object? value) => value is IEnumerable<string> elements ? elements : [value];

    /// <summary>The most frequent value first; null before any other of the same count.</summary>
    private static ResultTable CountEach(IEnumerable<object?> values)
    {
        var nulls = 0L;
        var counts = new List<(object Value, long Count)>();
        foreach (var group in values.GroupBy(value => value))
            if (group.Key is null)
                nulls = group.LongCount();
            else
                counts.Add((group.Key, group.LongCount()));
        var ordered = counts.ConvertAll(pair => ((object?)pair.Value, pair.Count));
        ordered.Sort((left, right) => left.Count != right.Count ? right.Count.CompareTo(left.Count) : RawOrder(left.Item1!, right.Item1!));
        if (nulls > 0)
            ordered.Insert(ordered.TakeWhile(pair => pair.Count > nulls).Count(), (null, nulls));
        var table = new ResultTable(2);
        foreach (var (value, count) in ordered)
        {
            InMemoryValues.AddTo(table, value);
            table.Add(count);
        }
        return table;
    }

    private static int RawOrder(object left, object right) =>
        left is string a && right is string b ? InMemoryValues.ByCodePoint(a, b) : InMemoryValues.Order(left, right);

    private IEnumerable<object> All(QueryPlan plan, Type entity) =>
        lists.Single(list => list.Key.IsAssignableFrom(entity)).Value.Where(row => Own(row, "CompanyId").Equals(plan.Scope.CompanyId));

    private static object Own(object row, string property) => row.GetType().GetProperty(property)!.GetValue(row)!;
}
