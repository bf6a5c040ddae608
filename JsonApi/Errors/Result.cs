using System.Diagnostics.CodeAnalysis;

namespace JsonApi.Errors;

/// <summary>A value, or the caller's errors that kept it from being made. Exceptions are for bugs.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Result<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<RequestError>? _errors;

    private Result(T? value, IReadOnlyList<RequestError>? errors) => (_value, _errors) = (value, errors);

    /// <summary>The errors; empty on success.</summary>
    public IReadOnlyList<RequestError> Errors => _errors ?? [];

    /// <summary>True with the value on success, false otherwise.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return _errors is null;
    }

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure with one error.</summary>
    public static implicit operator Result<T>(RequestError error) => new(default, [error]);

    /// <summary>A failure with several errors.</summary>
    public static implicit operator Result<T>(List<RequestError> errors) => new(default, errors);

    /// <summary>The same failure, where a value of another type was expected.</summary>
    public Result<TOther> As<TOther>() => new(default, Errors);
}
