using System.Collections.Immutable;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Parsing;

namespace JsonApi.Planning;

/// <summary>What is to be written of a resource type.</summary>
internal sealed record SelectedFields(IReadOnlyList<AttributeDefinition> Attributes, IReadOnlyList<ExtraFieldDefinition> Extras);

/// <summary>
/// <c>fields[type]</c> replaces a type's default attributes, <c>extra_fields[type]</c> adds computed ones. The fields of a type
/// that lists several types serve each of them unless its own are given.
/// </summary>
internal sealed class FieldsPass
{
    private readonly Dictionary<ResourceDefinition, HashSet<string>> _names = [];
    private readonly Dictionary<ResourceDefinition, List<ExtraFieldDefinition>> _extras = [];
    private readonly HashSet<AttributeDefinition> _extraAttributes = [];

    internal static FieldsPass Run(PlanningContext context)
    {
        var pass = new FieldsPass();
        foreach (var term in context.Request.Fields)
            if (FindType(context, term) is { } definition)
                pass.AddFields(context, definition, term);
        foreach (var term in context.Request.ExtraFields)
            if (FindType(context, term) is { } definition)
                pass.AddExtras(context, definition, term);
        return pass;
    }

    /// <summary>The fields of a type at a node of type <paramref name="listedAs"/>.</summary>
    internal SelectedFields Of(ResourceDefinition definition, ResourceDefinition listedAs)
    {
        var extras = _extras.GetValueOrDefault(definition) ?? [];
        var names = _names.GetValueOrDefault(definition)
            ?? _names.GetValueOrDefault(listedAs)
            ?? _names.FirstOrDefault(given => given.Key.Variants.Contains(definition)).Value;
        return new SelectedFields([.. definition.Attributes.Where(IsSelected)], extras);

        bool IsSelected(AttributeDefinition attribute) =>
            attribute.IsExtra ? _extraAttributes.Contains(attribute) : names?.Contains(attribute.Name) ?? attribute.IsDefault;
    }

    private static ResourceDefinition? FindType(PlanningContext context, FieldsTerm term)
    {
        var definition = context.Definition.Catalog.Find(term.Type);
        if (definition is null)
        {
            var known = context.Definition.Catalog.Definitions.OrderBy(other => other != context.Definition).Select(other => other.Type);
            context.Fail(term.Parameter, term.Position, $"unknown type '{term.Type}'; known are {string.Join(", ", known)}");
        }
        return definition;
    }

    private void AddFields(PlanningContext context, ResourceDefinition definition, FieldsTerm term)
    {
        if (!_names.TryGetValue(definition, out var names))
            _names.Add(definition, names = new HashSet<string>(StringComparer.Ordinal));
        ImmutableArray<ResourceDefinition> writers = definition.Variants.Length > 0 ? definition.Variants : [definition];
        foreach (var name in term.Names)
            if (writers.Any(writer => HasField(writer, name)))
                names.Add(name);
            else if (definition.FindExtraField(name) is not null || definition.FindAttribute(name) is { IsExtra: true })
                Refuse(context, term, name, $"of {definition.Type}, but an extra field: ask for it with extra_fields[{definition.Type}]={name}");
            else
                Unknown(context, definition, term, name, writers.SelectMany(writer => writer.Attributes).Where(attribute => !attribute.IsExtra).Select(attribute => attribute.Name));
    }

    private void AddExtras(PlanningContext context, ResourceDefinition definition, FieldsTerm term)
    {
        if (!_extras.TryGetValue(definition, out var extras))
            _extras.Add(definition, extras = []);
        foreach (var name in term.Names)
            if (definition.FindAttribute(name) is { IsExtra: true } attribute)
                _extraAttributes.Add(attribute);
            else if (definition.FindExtraField(name) is not { } extra)
                Unknown(context, definition, term, name, definition.ExtraFields.Select(known => known.Name)
                    .Concat(definition.Attributes.Where(known => known.IsExtra).Select(known => known.Name)));
            else if (!extras.Contains(extra))
                extras.Add(extra);
    }

    private static bool HasField(ResourceDefinition definition, string name) =>
        name is "id" or "type" || definition.FindAttribute(name) is { IsExtra: false } || definition.Relationships.ContainsKey(name);

    private static void Unknown(PlanningContext context, ResourceDefinition definition, FieldsTerm term, string name, IEnumerable<string> known)
    {
        var names = string.Join(", ", known.Distinct());
        Refuse(context, term, name, $"of {definition.Type}; {(names.Length == 0 ? "it has no extra fields" : "known are " + names)}");
    }

    private static void Refuse(PlanningContext context, FieldsTerm term, string name, string why)
    {
        const string Message = "is an unknown attribute";
        context.Fail(term.Parameter, term.Position, $"'{name}' {Message} {why}", new ErrorMeta(name, Message, "unknown_attribute"));
    }
}
