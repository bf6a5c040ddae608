using System.Globalization;
using JsonApi.Rendering.Json;

namespace JsonApi.Rendering.Hal;

/// <summary>
/// A HAL document (draft-kelly-json-hal) in the making: members in the order they are written, commas put where they belong.
/// </summary>
/// <param name="json">Where the bytes go; the caller disposes it.</param>
public sealed class HalWriter(JsonBuffer json)
{
    private const string SecondsFormat = "yyyy-MM-ddTHH:mm:ss+00:00";

    /// <summary>Opens an object: the document, an element of an array, or a member's value.</summary>
    public HalWriter Open(string? name = null)
    {
        Name(name);
        json.Raw((byte)'{');
        return this;
    }

    /// <summary>Closes the object opened last.</summary>
    public HalWriter Close()
    {
        json.Raw((byte)'}');
        return this;
    }

    /// <summary>Opens an array.</summary>
    public HalWriter OpenArray(string? name = null)
    {
        Name(name);
        json.Raw((byte)'[');
        return this;
    }

    /// <summary>Closes the array opened last.</summary>
    public HalWriter CloseArray()
    {
        json.Raw((byte)']');
        return this;
    }

    /// <summary>Writes text or, for null, a null; without a name as an element of an array.</summary>
    public HalWriter Text(string? name, string? value)
    {
        Name(name);
        if (value is null)
            json.Raw("null"u8);
        else
            json.String(value);
        return this;
    }

    /// <summary>Writes an instant without fractions: <c>2014-11-25T19:30:15+00:00</c>.</summary>
    public HalWriter Time(string name, DateTimeOffset value) =>
        Text(name, value.UtcDateTime.ToString(SecondsFormat, CultureInfo.InvariantCulture));

    /// <summary>Writes a whole number or, for null, a null.</summary>
    public HalWriter Number(string name, long? value)
    {
        Name(name);
        if (value is { } number)
            json.Number(number);
        else
            json.Raw("null"u8);
        return this;
    }

    /// <summary>Writes a number with as many digits as it takes or, for null, a null.</summary>
    public HalWriter Number(string name, double? value)
    {
        Name(name);
        if (value is { } number)
            json.Number(number);
        else
            json.Raw("null"u8);
        return this;
    }

    /// <summary>Writes true or false.</summary>
    public HalWriter Flag(string name, bool value)
    {
        Name(name);
        json.Raw(value ? "true"u8 : "false"u8);
        return this;
    }

    /// <summary>Writes a link, within the object <c>_links</c>.</summary>
    public HalWriter Link(string relation, string href) => Open(relation).Text("href", href).Close();

    /// <summary>Writes a link that is an RFC 6570 template, within the object <c>_links</c>.</summary>
    public HalWriter Template(string relation, string href) => Open(relation).Text("href", href).Flag("templated", true).Close();

    private void Name(string? name)
    {
        if (json.Length > 0 && json.Written.Span[^1] is not ((byte)'{' or (byte)'[' or (byte)':' or (byte)','))
            json.Raw((byte)',');
        if (name is null)
            return;
        json.String(name);
        json.Raw((byte)':');
    }
}
