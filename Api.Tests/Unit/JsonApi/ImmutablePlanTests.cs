using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using JsonApi.Definitions;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>
/// Plans, and the definitions in them, are shared by all requests: nobody can change one. Definitions change until they are frozen, by
/// members that are private or check it.
/// </summary>
internal sealed class ImmutablePlanTests
{
    private static readonly Type[] ReadOnlyCollections =
    [
        typeof(ImmutableArray<>), typeof(FrozenDictionary<,>), typeof(FrozenSet<>), typeof(ReadOnlySpan<>), typeof(ReadOnlyMemory<>),
        typeof(IReadOnlyList<>), typeof(IReadOnlyDictionary<,>), typeof(Nullable<>), typeof(Func<,,>),
    ];

    private static readonly HashSet<Type> Values =
    [
        typeof(string), typeof(int), typeof(long), typeof(bool), typeof(byte), typeof(object), typeof(Guid), typeof(TimeSpan), typeof(Type), typeof(PropertyInfo),
        typeof(System.Text.Json.JsonElement),
    ];

    [Test]
    public void The_collections_of_a_row_plan_are_immutable_arrays_at_every_level()
    {
        var lists = Reachable([typeof(RowPlan)]).SelectMany(Properties)
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");
        Assert.That(lists, Is.EquivalentTo(new[] { "All.Parts", "Any.Parts", "Compare.Values" }));
    }

    [Test]
    public void No_member_of_a_plan_can_be_changed()
    {
        var wrong = Reachable([typeof(QueryPlan), typeof(RowPlan), typeof(ResourceNode), typeof(WritePlan)])
            .SelectMany(Faults).Distinct().Order(StringComparer.Ordinal);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void The_test_sees_what_can_be_changed() => Assert.That(
        Faults(typeof(Loose)),
        Is.EquivalentTo(new[]
        {
            "Loose.Field is no constant", "Loose.Names is List`1", "Loose.Numbers is Int32[]", "Loose.Root can be set", "Loose.Count can be set",
        }));

    private static IEnumerable<string> Faults(Type type)
    {
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            if (!field.IsInitOnly)
                yield return $"{type.Name}.{field.Name} is no constant";
        foreach (var property in Properties(type))
        {
            if (property.SetMethod is { IsPrivate: false } setter && !IsInit(setter) && !IsChecked(property))
                yield return $"{type.Name}.{property.Name} can be set";
            foreach (var part in Parts(property.PropertyType).Where(part => !IsReadOnly(part)))
                yield return $"{type.Name}.{property.Name} is {part.Name}";
        }
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    /// <summary>A definition's own setters throw once it is frozen, which <see cref="FrozenDefinitionTests"/> tries one by one.</summary>
    private static bool IsChecked(PropertyInfo property) => property.DeclaringType == typeof(ResourceDefinition) && property.SetMethod is { IsFamily: true } or { IsFamilyAndAssembly: true };

    private static bool IsReadOnly(Type type) =>
        type.IsEnum || Values.Contains(type) || type.Assembly == typeof(QueryPlan).Assembly
        || (type.IsGenericType && ReadOnlyCollections.Contains(type.GetGenericTypeDefinition()));

    /// <summary>All types of the engine that the properties of these lead to.</summary>
    private static HashSet<Type> Reachable(Type[] roots)
    {
        var known = new HashSet<Type>();
        var open = new Queue<Type>(roots);
        while (open.TryDequeue(out var type))
        {
            if (type.Assembly != typeof(QueryPlan).Assembly || type.IsEnum || !known.Add(type))
                continue;
            var derived = type.Assembly.GetTypes().Where(other => other.BaseType == type);
            foreach (var next in Properties(type).SelectMany(property => Parts(property.PropertyType)).Concat(derived))
                open.Enqueue(next);
        }
        return known;
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    /// <summary>A type with its type arguments.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Prepend(type) : [type];

    private sealed class Loose
    {
        public int Field = 1;

        public List<int> Names { get; } = [];

        public int[] Numbers { get; } = [];

        public string? Root { get; internal set; }

        public int Count { get; set; }

        public string Same { get; init; } = "";

        public ImmutableArray<string> Fixed { get; private set; } = [];
    }
}
