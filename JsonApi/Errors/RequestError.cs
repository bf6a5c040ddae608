namespace JsonApi.Errors;

/// <summary>The <c>meta</c> object of an error about one attribute.</summary>
/// <param name="Attribute">The attribute, parameter or relationship at fault.</param>
/// <param name="Message">The message without the attribute's name.</param>
/// <param name="Code">A machine-readable reason such as <c>unknown_attribute</c>.</param>
public sealed record ErrorMeta(string Attribute, string Message, string Code);

/// <summary>One error of the caller, as a value.</summary>
/// <param name="Code">The kind of error.</param>
/// <param name="Detail">A full sentence: what is wrong and what is allowed.</param>
public sealed record RequestError(ErrorCode Code, string Detail)
{
    /// <summary>The query parameter at fault, such as <c>filter[position][gt]</c>.</summary>
    public string? Parameter { get; init; }

    /// <summary>A JSON pointer into the body, such as <c>/data/attributes/item_id</c>.</summary>
    public string? Pointer { get; init; }

    /// <summary>The request header at fault, such as <c>If-Match</c>.</summary>
    public string? Header { get; init; }

    /// <summary>The position of the error in the query text, in characters from 0; -1 where it is not in the query.</summary>
    public int Position { get; init; } = -1;

    /// <summary>Details about the attribute at fault.</summary>
    public ErrorMeta? Meta { get; init; }

    /// <summary>Which of several operations is at fault, from 0; null where the request is one operation.</summary>
    public int? Operation { get; init; }

    /// <summary>When to try again; null where that would change nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A 400 that names a query parameter.</summary>
    public static RequestError InQuery(string parameter, int position, string detail, ErrorMeta? meta = null) =>
        new(ErrorCodes.BadRequest, detail) { Parameter = parameter, Position = position, Meta = meta };

    /// <summary>A 400 that names a location in the body.</summary>
    public static RequestError InBody(string pointer, string detail, ErrorMeta? meta = null) =>
        new(ErrorCodes.BadRequest, detail) { Pointer = pointer, Meta = meta };

    /// <summary>A 400 at a location that can be of either kind: a JSON pointer into the body, without a position, or a query parameter.</summary>
    public static RequestError At(string location, int position, string detail, ErrorMeta? meta = null) =>
        position < 0 && location.StartsWith('/') ? InBody(location, detail, meta) : InQuery(location, position, detail, meta);

    /// <summary>The same error in one of several operations, to which the pointer now leads.</summary>
    public RequestError InOperation(int index) => this with { Pointer = $"/atomic:operations/{index}{Pointer}", Operation = index };

    /// <summary>A name as a step of a JSON pointer (RFC 6901).</summary>
    public static string PointerStep(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>A 400 about an attribute, or about a part of one: <c>data.attributes.name is an unknown attribute</c>.</summary>
    public static RequestError Refused(IReadOnlyList<string> path, string message, string code)
    {
        var name = string.Join('.', path);
        var pointer = "/data/attributes/" + string.Join('/', path.Select(PointerStep));
        return InBody(pointer, $"data.attributes.{name} {message}", new ErrorMeta(name, message, code));
    }

    /// <summary>The same error of a resource inside an attribute of another one: <c>bundle_items_attributes/1</c>.</summary>
    public RequestError Within(string location) => this with
    {
        Pointer = Pointer?.Replace("/data/attributes/", $"/data/attributes/{location}/", StringComparison.Ordinal),
        Detail = Detail.Replace("data.attributes.", $"data.attributes.{location.Replace('/', '.')}.", StringComparison.Ordinal),
    };

    /// <summary>The 404 of a resource that does not exist, is hidden or is of another company: a client sees no difference.</summary>
    public static RequestError NotFound(string type, string id) =>
        new(ErrorCodes.NotFound, $"There is no resource of type '{type}' with the id '{id}'.");

    /// <summary>A 422 about a part of an attribute that is an object: <c>weight.unit should be one of g, kg</c>.</summary>
    public static RequestError Invalid(IReadOnlyList<string> path, string message, string code)
    {
        var name = string.Join('.', path);
        return Invalid(name, message, code) with { Pointer = "/data/attributes/" + string.Join('/', path.Select(PointerStep)) };
    }

    /// <summary>A 422 about one attribute: <c>item_id has already been taken</c>.</summary>
    public static RequestError Invalid(string attribute, string message, string code) =>
        new(ErrorCodes.Unprocessable, $"{attribute} {message}")
        {
            Pointer = "/data/attributes/" + attribute,
            Meta = new ErrorMeta(attribute, message, code),
        };
}
