namespace JsonApi.Parsing;

/// <summary>What an operation does with a resource: its <c>op</c>.</summary>
public enum OperationCode
{
    /// <summary><c>add</c></summary>
    Add,

    /// <summary><c>update</c></summary>
    Update,

    /// <summary><c>remove</c></summary>
    Remove,
}

/// <summary>Which resource an operation is about, as written; for one that is added only its type.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id, or null.</param>
/// <param name="Lid">The local id that an earlier operation gave it, or null.</param>
/// <param name="Location">Where that was written within the operation: <c>/ref</c>, <c>/href</c> or <c>/data</c>.</param>
public sealed record OperationTarget(string Type, string? Id, string? Lid, string Location)
{
    /// <summary>A pointer to one member of what was written; a path has no members.</summary>
    public string PointerTo(string member) => Location == "/href" ? Location : $"{Location}/{member}";
}

/// <summary>One operation of several as it was sent: nothing here has been looked up in the catalogue.</summary>
/// <param name="Index">Its place among them, from 0.</param>
/// <param name="Code">What it does.</param>
/// <param name="Target">Which resource it is about.</param>
/// <param name="Data">The resource object; null for a removal.</param>
/// <param name="IsSound">False where errors were found in it. It still makes the local id that it announces.</param>
public sealed record OperationRequest(int Index, OperationCode Code, OperationTarget Target, WriteRequest? Data, bool IsSound);
