using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;

namespace Persistence.Writes.Properties;

/// <summary>What properties and default properties refuse.</summary>
internal static class PropertyErrors
{
    private const int ListedOptions = 20;

    internal static RequestError Value(PropertyFault fault, IReadOnlyList<string> options) => fault switch
    {
        PropertyFault.Blank => RequestError.Invalid("value", "can't be blank", "blank"),
        PropertyFault.NoDate => Invalid("value", "should be a date such as 2026-11-28"),
        PropertyFault.NoEmail => Invalid("value", "should be an e-mail address"),
        PropertyFault.NoPhone => Invalid("value", "should be a phone number: digits, with spaces and + - . / ( ) between them"),
        PropertyFault.NoOption => Invalid("value", $"should be one of {string.Join(", ", options.Take(ListedOptions))}{(options.Count > ListedOptions ? ", …" : "")}"),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    internal static RequestError Owner() =>
        RequestError.Invalid("owner_id", "must be the id of a product group of this company that is not archived", "not_found");

    internal static RequestError DefaultProperty() => RequestError.Invalid(
        "default_property_id", $"must be the id of a default property of this company with the owner_type {WireText.Write(PropertyOwner.ProductGroups)}", "not_found");

    internal static RequestError Linked(string attribute, DefaultProperty link) => RequestError.Invalid(
        attribute, $"is that of the default property \"{link.Name}\" while the property is linked to it", "linked");

    /// <summary>The property that a plan names is there already: about what names it in the plan.</summary>
    internal static RequestError Taken(WritePlan plan)
    {
        string[] names = plan.IsCreate ? ["identifier", "default_property_id", "name"] : ["id"];
        return Taken(Array.Find(names, plan.Sets) ?? names[0]);
    }

    internal static RequestError Taken(string attribute) => RequestError.Invalid(attribute, "has already been taken", "taken");

    internal static RequestError Invalid(string attribute, string message) => RequestError.Invalid(attribute, message, "invalid");

    internal static RequestError InUse(string attribute, long count) => RequestError.Invalid(attribute, $"can't be changed while the default property is used by {Linked(count)}", "in_use");

    internal static RequestError Conflict(long count) => RequestError.Invalid(
        "identifier", $"is that of another property beside {Linked(count)}", "taken");

    internal static RequestError Deleted(long count) => Refused($"can't be deleted while it is used by {Linked(count)}: delete or unlink them first", "in_use");

    internal static RequestError NotEditable() => Refused("is not editable", "not_editable");

    private static string Linked(long count) => count == 1 ? "1 linked property" : FormattableString.Invariant($"{count} linked properties");

    private static RequestError Refused(string message, string code) =>
        new(ErrorCodes.Unprocessable, $"The default property {message}.") { Meta = new ErrorMeta("default_property", message, code) };
}
