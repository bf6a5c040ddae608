using JsonApi.Errors;

namespace JsonApi.Planning;

/// <summary>The rules of one body of one resource: those that need no stored data. A definition names it by type.</summary>
public interface IBodyValidator
{
    /// <summary>Returns the errors of a body; none when it is valid.</summary>
    IReadOnlyList<RequestError> Check(WritePlan plan);
}
