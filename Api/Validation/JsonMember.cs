using System.Globalization;
using System.Text.Json;
using Domain.Items;

namespace Api.Validation;

/// <summary>A member of an attribute that is a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsRequired">Whether the object has to have it.</param>
/// <param name="Find">Code and message of what is wrong with a value; null where nothing is.</param>
internal sealed record JsonMember(string Name, bool IsRequired, Func<JsonElement, (string Code, string Message)?> Find)
{
    /// <summary>Whether null is a value, too.</summary>
    internal bool CanBeNull { get; private init; }

    /// <summary>A number and its unit.</summary>
    internal static readonly JsonMember[] Weight = [Number("value", Domain.Items.Weight.MaxValue), OneOf("unit", Domain.Items.Weight.Units)];

    /// <summary>A number and its unit; null takes the number away.</summary>
    internal static readonly JsonMember[] WeightOrNull =
    [
        Weight[0] with { Find = value => value.ValueKind == JsonValueKind.Null ? null : Weight[0].Find(value), CanBeNull = true }, Weight[1],
    ];

    /// <summary>Two coordinates.</summary>
    internal static readonly JsonMember[] Point = [Number("x", FocalPoint.MaxCoordinate), Number("y", FocalPoint.MaxCoordinate)];

    /// <summary>A number from 0 on, also as text.</summary>
    private static JsonMember Number(string name, int max) => new(name, true, value => JsonNumber.Read(value) switch
    {
        null => ("invalid", "should be a number"),
        < 0 => OutOfRange(max),
        { } number when number > max => OutOfRange(max),
        _ => null,
    });

    /// <summary>One of some texts, which can be left out.</summary>
    private static JsonMember OneOf(string name, IReadOnlyList<string> texts) => new(name, false, value =>
        value.ValueKind == JsonValueKind.String && texts.Contains(value.GetString()) ? null : ("invalid", $"should be one of {string.Join(", ", texts)}"));

    /// <summary>What is wrong with the members of an object: each with its name, code and message.</summary>
    internal static List<(string Name, (string Code, string Message) Error)> Check(string json, JsonMember[] members)
    {
        using var document = JsonDocument.Parse(json);
        var errors = new List<(string Name, (string Code, string Message) Error)>();
        foreach (var given in document.RootElement.EnumerateObject())
            if (!members.Any(member => member.Name == given.Name))
                errors.Add((given.Name, ("invalid", $"is unknown: known are {string.Join(", ", members.Select(member => member.Name))}")));
        foreach (var member in members)
            if (!document.RootElement.TryGetProperty(member.Name, out var value) || (member is { IsRequired: true, CanBeNull: false } && value.ValueKind == JsonValueKind.Null))
            {
                if (member.IsRequired)
                    errors.Add((member.Name, ("blank", "can't be blank")));
            }
            else if (member.Find(value) is { } error)
                errors.Add((member.Name, error));
        return errors;
    }

    private static (string Code, string Message) OutOfRange(int max) => ("out_of_range", string.Create(CultureInfo.InvariantCulture, $"must be from 0 to {max}"));
}
