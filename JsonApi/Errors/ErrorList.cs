namespace JsonApi.Errors;

/// <summary>The errors found in one request so far.</summary>
public static class ErrorList
{
    /// <summary>Once there are as many, no more are looked for: a body has room for a hundred thousand of them.</summary>
    public const int MaxFound = 1_000;

    /// <summary>Whether enough have been found.</summary>
    public static bool IsFull(this List<RequestError> errors) => errors.Count >= MaxFound;
}
