using System.Diagnostics.CodeAnalysis;

namespace JsonApi.Errors;

/// <summary>A value, or the errors of the caller that prevented it. Exceptions are for bugs.</summary>
/// <remarks><c>default</c> is neither: it has no value, and reading its errors throws.</remarks>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Result<T>
{
    private readonly T? _value;

    /// <summary>Empty on success, null in a <c>default</c>.</summary>
    private readonly IReadOnlyList<RequestError>? _errors;

    private Result(T? value, IReadOnlyList<RequestError> errors) => (_value, _errors) = (value, errors);

    /// <summary>The errors; empty on success.</summary>
    public IReadOnlyList<RequestError> Errors =>
        _errors ?? throw new InvalidOperationException("A default result has neither a value nor errors.");

    /// <summary>True with the value on success, false otherwise.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return _errors is { Count: 0 };
    }

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>A failure with one error.</summary>
    public static implicit operator Result<T>(RequestError error) => new(default, [error]);

    /// <summary>A failure with several errors, of which there is at least one.</summary>
    public static implicit operator Result<T>(List<RequestError> errors) =>
        errors.Count > 0 ? new(default, errors) : throw new ArgumentException("A failure needs at least one error.", nameof(errors));

    /// <summary>The result of a step that cannot fail, or the same errors.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> step) => TryGet(out var value) ? step(value) : As<TOther>();

    /// <summary>The result of a step that can fail, or the same errors.</summary>
    public Result<TOther> Then<TOther>(Func<T, Result<TOther>> step) => TryGet(out var value) ? step(value) : As<TOther>();

    /// <summary>The same failure, where a value of another type was expected.</summary>
    public Result<TOther> As<TOther>() =>
        Errors.Count > 0
            ? new(default, Errors)
            : throw new InvalidOperationException("A success has a value; only a failure can be passed on.");
}
