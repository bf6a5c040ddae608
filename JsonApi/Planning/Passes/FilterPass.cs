using System.Collections.Immutable;
using System.Reflection;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>
/// Resolves the filter tree: names to filters, values by type, relationship paths to joins and EXISTS. Conditions of one group
/// that lead through the same to-many relationship test the same row; a negated one means that there is no such row.
/// </summary>
internal sealed class FilterPass
{
    private readonly PlanningContext _context;
    private int _leaves;
    private bool _revealed;

    private FilterPass(PlanningContext context) => _context = context;

    internal static Condition Run(PlanningContext context)
    {
        var pass = new FilterPass(context);
        var definition = context.Definition;
        var condition = pass.Group(definition, Steps(context.Request.Filters), all: true);
        if (pass._leaves > context.Limits.Filters)
            context.Fail(
                PlanningContext.Whole("filter", context.Request.Filters[0].Position),
                -1,
                $"invalid filter: a query takes {context.Limits.Filters} filters at most, not {pass._leaves}");
        return definition.HiddenFromLists is null || pass._revealed
            ? condition
            : Condition.Both(condition, new Not(definition.HiddenFromLists));
    }

    /// <summary>
    /// A leaf at one step of its path, or a nested group. It is complemented where a <see cref="Not"/> around it has the "not" of its operator.
    /// </summary>
    private readonly record struct Step(FilterTerm Term, string[] Path, int At, bool IsComplemented = false)
    {
        internal FilterLeaf Leaf => (FilterLeaf)Term;
    }

    private static List<Step> Steps(List<FilterTerm> terms)
    {
        var steps = new List<Step>(terms.Count);
        foreach (var term in terms)
            steps.Add(term is FilterLeaf leaf ? new Step(leaf, leaf.Path.Split('.'), 0) : new Step(term, [], 0));
        return steps;
    }

    private Condition Group(ResourceDefinition definition, List<Step> steps, bool all)
    {
        var parts = new List<Condition>(steps.Count);
        List<(ImmutableArray<PropertyInfo> Path, RelationshipDefinition Last, List<Step> Steps)>? rows = null;
        foreach (var step in steps)
            if (_context.Errors.IsFull())
                break;
            else if (step.Term is FilterGroup group)
                parts.Add(Group(definition, Steps(group.Terms), group.All));
            else if (Resolve(definition, step, ref rows) is { } condition)
                parts.Add(condition);
        foreach (var (path, last, below) in rows ?? [])
            parts.Add(Related(path, last, below, all));
        return parts.Count == 1 ? parts[0] : parts.Count == 0 ? Condition.Always : Joined(parts, all);
    }

    /// <summary>There is a row at the end of a path for which the steps hold.</summary>
    private Exists Related(ImmutableArray<PropertyInfo> path, RelationshipDefinition last, List<Step> steps, bool all)
    {
        var isRevealing = steps.Exists(step => step.At == step.Path.Length - 1 && last.Target.RevealedBy.Contains(step.Path[^1]));
        return new Exists(path, Condition.Both(last.Rows(isRevealing), Group(last.Target, steps, all)));
    }

    private static Condition Joined(List<Condition> parts, bool all) => all ? new All(parts) : new Any(parts);

    private Condition? Resolve(
        ResourceDefinition definition, Step step, ref List<(ImmutableArray<PropertyInfo>, RelationshipDefinition, List<Step>)>? rows)
    {
        var leaf = step.Leaf;
        // Filters beyond the limit are only counted: a body has room for very many.
        if (step.At == 0 && ++_leaves > _context.Limits.Filters)
            return null;
        if (step.Path.Length - 1 > _context.Limits.PathSteps)
            return Refuse(leaf, $"a path takes {_context.Limits.PathSteps} relationships at most");
        var prefix = ImmutableArray<PropertyInfo>.Empty;
        for (var at = step.At; at < step.Path.Length - 1; at++)
        {
            if (!definition.Relationships.TryGetValue(step.Path[at], out var relationship))
                return Refuse(leaf, $"{definition.Type} has no relationship '{step.Path[at]}'");
            (prefix, definition) = (prefix.AddRange(relationship.Path), relationship.Target);
            if (relationship.IsToMany)
                return ThroughMany(prefix, relationship, step with { At = at + 1 }, ref rows);
        }
        return Meaning(definition, step) is { } condition ? ConditionPaths.Under(condition, prefix) : null;
    }

    private Not? ThroughMany(
        ImmutableArray<PropertyInfo> path,
        RelationshipDefinition last,
        Step step,
        ref List<(ImmutableArray<PropertyInfo> Path, RelationshipDefinition Last, List<Step> Steps)>? rows)
    {
        if (!step.IsComplemented && step.Leaf.Operator is { } name && FilterOperators.Find(name) is { Negated: true })
            return new Not(Related(path, last, [step with { IsComplemented = true }], all: true));
        rows ??= [];
        var known = rows.FindIndex(row => row.Path.AsSpan().SequenceEqual(path.AsSpan()));
        if (known < 0)
            rows.Add((path, last, [step]));
        else
            rows[known].Steps.Add(step);
        return null;
    }

    private Condition? Meaning(ResourceDefinition definition, Step step)
    {
        var (leaf, name) = (step.Leaf, step.Path[^1]);
        if (definition.FindFilter(name) is not { } filter)
            return Refuse(leaf, $"{definition.Type} can be filtered by {string.Join(", ", definition.FilterNames)}");
        var op = leaf.Operator is null ? FilterOperators.Equal : FilterOperators.Find(leaf.Operator);
        if (op is null || !filter.Operators.Contains(op))
            return Refuse(leaf, $"{name} takes the operators {string.Join(", ", filter.Operators.Select(known => known.Name))}");
        if (step.Path.Length == 1 && definition == _context.Definition && definition.RevealedBy.Contains(name))
            _revealed = true;
        if (FilterValueReader.Read(_context, leaf, filter, op) is not { } values)
            return null;
        var condition = filter.Type == WireType.DateTime
            ? WholeSeconds.Compare(filter, op.Comparison, values)
            : filter.Build(op.Comparison, values);
        return op.Negated && !step.IsComplemented ? new Not(condition) : condition;
    }

    private Condition? Refuse(FilterLeaf leaf, string why)
    {
        _context.Fail(leaf.Parameter, leaf.Position, $"invalid filter {leaf.Parameter}: {why}");
        return null;
    }
}
