namespace JsonApi.Parsing;

/// <summary>The <c>op</c> of an operation.</summary>
public enum OperationCode
{
    /// <summary><c>add</c></summary>
    Add,

    /// <summary><c>update</c></summary>
    Update,

    /// <summary><c>remove</c></summary>
    Remove,
}

/// <summary>The resource of an operation as it was written; only the type where the operation adds it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id, or null.</param>
/// <param name="Lid">The local id from an earlier operation, or null.</param>
/// <param name="Location">The member of the operation with it: <c>/ref</c>, <c>/href</c> or <c>/data</c>.</param>
public sealed record OperationTarget(string Type, string? Id, string? Lid, string Location)
{
    /// <summary>A pointer to one of its members; a path has none.</summary>
    public string PointerTo(string member) => Location == "/href" ? Location : $"{Location}/{member}";
}

/// <summary>An operation as it was sent, before anything is looked up in the catalogue.</summary>
/// <param name="Index">Its number in the request, from 0.</param>
/// <param name="Code">Its code.</param>
/// <param name="Target">The resource.</param>
/// <param name="Data">The resource object; null for a removal.</param>
/// <param name="IsSound">False where it has errors. Its local id is known all the same.</param>
public sealed record OperationRequest(int Index, OperationCode Code, OperationTarget Target, WriteRequest? Data, bool IsSound);
