using System.Reflection;
using JsonApi.Definitions;

namespace Api.Resources;

/// <summary>The resources of the store API: every definition in this folder.</summary>
internal static class StoreCatalog
{
    internal static ResourceCatalog Create() => new([.. Definitions()]);

    /// <summary>New definitions, not yet frozen. A definition that lists several types takes theirs in its constructor.</summary>
    internal static IReadOnlyList<ResourceDefinition> Definitions()
    {
        var made = new Dictionary<Type, ResourceDefinition>();
        return
        [
            .. typeof(StoreCatalog).Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(StoreCatalog).Namespace && type.IsSubclassOf(typeof(ResourceDefinition)))
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .Select(Make),
        ];

        ResourceDefinition Make(Type type)
        {
            if (made.TryGetValue(type, out var definition))
                return definition;
            var constructor = type.GetConstructors().Single();
            object[] others = [.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType))];
            return made[type] = (ResourceDefinition)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, others, null);
        }
    }
}
