using System.Buffers;
using System.Text.Json;
using JsonApi.Errors;

namespace JsonApi.Parsing;

/// <summary>Reads the resource of an operation from <c>ref</c> or <c>href</c>.</summary>
internal static class OperationTargets
{
    private static readonly SearchValues<char> NotInSteps = SearchValues.Create("?#%:\\ ");

    /// <summary><c>"ref":{"type":"things","id":"…"}</c>, or with a lid instead of the id.</summary>
    internal static OperationTarget? FromReference(JsonElement reference, List<RequestError> errors)
    {
        if (reference.ValueKind != JsonValueKind.Object)
        {
            errors.Add(RequestError.InBody("/ref", "ref should be an object with a type and an id or a lid."));
            return null;
        }
        string? type = null, id = null, lid = null;
        var before = errors.Count;
        foreach (var member in reference.EnumerateObject().TakeWhile(_ => !errors.IsFull()))
            switch (member.Name)
            {
                case "type": type = Text(member, errors); break;
                case "id": id = Text(member, errors); break;
                case "lid": lid = Text(member, errors); break;
                case "relationship":
                    errors.Add(RequestError.InBody(
                        "/ref/relationship", "Operations on a relationship are not offered: update the resource that has it."));
                    break;
                default:
                    errors.Add(RequestError.InBody(
                        "/ref/" + RequestError.PointerStep(member.Name), $"ref.{member.Name} is an unknown member; known are type, id, lid."));
                    break;
            }
        if (errors.Count == before && (type is null || (id is null) == (lid is null)))
            errors.Add(RequestError.InBody("/ref", "ref should have a type and either an id or a lid."));
        return errors.Count > before ? null : new OperationTarget(type!, id, lid, "/ref");
    }

    /// <summary>The path of a resource, <c>/things/ID</c>, or of a type, <c>/things</c>, which may start with one of the prefixes.</summary>
    internal static OperationTarget? FromPath(JsonElement href, bool isResource, IReadOnlyList<string> prefixes, List<RequestError> errors)
    {
        if (href.ValueKind == JsonValueKind.String)
        {
            var path = href.GetString()!;
            var prefix = prefixes.FirstOrDefault(prefix => path.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase)) ?? "";
            var steps = path[prefix.Length..].Split('/');
            if (steps.Length == (isResource ? 3 : 2) && steps[0].Length == 0 && steps[1..].All(IsStep))
                return new OperationTarget(steps[1], isResource ? steps[2] : null, null, "/href");
        }
        errors.Add(RequestError.InBody("/href", isResource
            ? "href should be the path of a resource, such as /type/id, without a query."
            : "href should be the path that the type is added at, such as /type, without a query."));
        return null;
    }

    private static bool IsStep(string step) => step.Length > 0 && !step.AsSpan().ContainsAny(NotInSteps);

    private static string? Text(JsonProperty member, List<RequestError> errors)
    {
        if (member.Value.ValueKind == JsonValueKind.String)
            return member.Value.GetString();
        errors.Add(RequestError.InBody("/ref/" + member.Name, $"ref.{member.Name} should be a string."));
        return null;
    }
}
