using System.Text.Json;
using JsonApi.Errors;

namespace JsonApi.Parsing;

/// <summary>
/// Parses a body of the extension <c>https://jsonapi.org/ext/atomic</c> to its operations. Relationships are written with the resource
/// they belong to, so there are no operations on a relationship.
/// </summary>
public static class OperationsParser
{
    /// <summary>The most operations of a request: other writers wait until all of them are done.</summary>
    public const int MaxOperations = 500;

    internal const string Member = "atomic:operations";

    /// <summary>Parses the operations. Returns those whose code and resource could be read, including those with errors.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="prefixes">Paths that an <c>href</c> may start with, such as <c>/api</c>.</param>
    /// <param name="errors">Receives the errors.</param>
    public static IReadOnlyList<OperationRequest> Parse(
        ReadOnlyMemory<byte> body, IReadOnlyList<string> prefixes, List<RequestError> errors)
    {
        var parsed = JsonBody.Read<List<OperationRequest>>(
            body, $"a document with a member {Member}", root => Read(root, prefixes, errors));
        errors.AddRange(parsed.Errors);
        return parsed.TryGet(out var operations) ? operations : [];
    }

    private static Result<List<OperationRequest>> Read(JsonElement root, IReadOnlyList<string> prefixes, List<RequestError> errors)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(Member, out var list))
            return RequestError.InBody("", $"The body should be an object with a member {Member}.");
        foreach (var name in (string[])["data", "included", "include", "errors", "atomic:results"])
            if (root.TryGetProperty(name, out _))
                errors.Add(RequestError.InBody("/" + name, $"{name} cannot be given beside {Member}."));
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MaxOperations)
            return RequestError.InBody("/" + Member, $"{Member} should be an array of 1 to {MaxOperations} operations.");
        var operations = new List<OperationRequest>(list.GetArrayLength());
        var index = 0;
        foreach (var element in list.EnumerateArray())
        {
            var found = new List<RequestError>();
            if (ReadOperation(element, index, prefixes, found) is { } operation)
                operations.Add(operation with { IsSound = found.Count == 0 });
            errors.AddRange(found.Select(error => error.InOperation(index)));
            if (errors.IsFull())
                break;
            index++;
        }
        return operations;
    }

    private static OperationRequest? ReadOperation(
        JsonElement element, int index, IReadOnlyList<string> prefixes, List<RequestError> errors)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(RequestError.InBody("", "An operation should be an object with the members op, ref or href, and data."));
            return null;
        }
        foreach (var member in element.EnumerateObject().TakeWhile(_ => !errors.IsFull()))
            if (member.Name is not ("op" or "ref" or "href" or "data" or "meta"))
                errors.Add(RequestError.InBody(
                    "/" + RequestError.PointerStep(member.Name),
                    $"{member.Name} is an unknown member of an operation; known are op, ref, href, data."));
        var op = element.TryGetProperty("op", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (op is not ("add" or "update" or "remove"))
        {
            errors.Add(RequestError.InBody("/op", "op should be add, update or remove."));
            return null;
        }
        var code = op == "add" ? OperationCode.Add : op == "update" ? OperationCode.Update : OperationCode.Remove;
        var data = ReadData(element, code, errors);
        var target = ReadTarget(element, code, data, prefixes, errors);
        if (code == OperationCode.Update && target is not null && data?.Lid is { } lid && lid != target.Lid)
            errors.Add(RequestError.InBody("/data/lid", $"data.lid '{lid}' is not what {target.Location[1..]} names."));
        return target is null ? null : new OperationRequest(index, code, target, data, IsSound: true);
    }

    private static WriteRequest? ReadData(JsonElement operation, OperationCode code, List<RequestError> errors)
    {
        var isGiven = operation.TryGetProperty("data", out var data);
        if (code == OperationCode.Remove && isGiven)
            errors.Add(RequestError.InBody("/data", "remove takes no data: ref or href names the resource."));
        else if (code != OperationCode.Remove && !isGiven)
            errors.Add(RequestError.InBody("", "The operation has no data."));
        return code != OperationCode.Remove && isGiven ? DocumentParser.ReadResource(data, errors) : null;
    }

    private static OperationTarget? ReadTarget(
        JsonElement operation, OperationCode code, WriteRequest? data, IReadOnlyList<string> prefixes, List<RequestError> errors)
    {
        var hasRef = operation.TryGetProperty("ref", out var reference);
        var hasHref = operation.TryGetProperty("href", out var href);
        if (hasRef && hasHref)
            errors.Add(RequestError.InBody("/href", "An operation names its resource by ref or by href, not by both."));
        else if (hasRef && code == OperationCode.Add)
            errors.Add(RequestError.InBody(
                "/ref", "add takes no ref: there is nothing to refer to yet. data has the type, and a lid for later operations."));
        else if (hasRef)
            return OperationTargets.FromReference(reference, errors);
        else if (hasHref)
            return OperationTargets.FromPath(href, isResource: code != OperationCode.Add, prefixes, errors);
        else if (code == OperationCode.Remove)
            errors.Add(RequestError.InBody("", "remove needs a ref or an href."));
        else if (code == OperationCode.Update && data is { Id: null, Lid: null })
            errors.Add(RequestError.InBody("", "The operation names no resource: ref, href, data.id or data.lid is needed."));
        else if (code == OperationCode.Update && data is { Id: not null, Lid: not null })
            errors.Add(RequestError.InBody("/data/lid", "A resource has an id or a lid, not both."));
        var isAdd = code == OperationCode.Add;
        return data is null ? null : new OperationTarget(data.Type, isAdd ? null : data.Id, isAdd ? null : data.Lid, "/data");
    }
}
