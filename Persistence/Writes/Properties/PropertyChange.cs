using Domain.Items;
using JsonApi.Definitions;
using JsonApi.Errors;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Persistence.Writes.Properties;

/// <summary>The values of a plan to one property, with the rules that need its other values, its default property and its siblings.</summary>
/// <param name="entry">The property, yet to be saved.</param>
/// <param name="plan">The values.</param>
/// <param name="isNew">Whether the property is new, even where the plan is.</param>
internal sealed class PropertyChange(EntityEntry<Property> entry, WritePlan plan, bool isNew)
{
    private static readonly string[] Followed = ["name", "identifier", "property_type", "show_on", "validation_required"];

    private static readonly string[] Address =
    [
        "first_name", "last_name", "address1", "address2", "city", "region", "zipcode", "country", "country_id", "province_id", "latitude", "longitude",
    ];

    /// <summary>What a value is checked again after.</summary>
    private static readonly string[] Checked = ["value", "property_type", "validation_required", "default_property_id", .. Address];

    private readonly Property _property = entry.Entity;

    /// <summary>Sets the values; returns the caller's errors.</summary>
    /// <param name="link">The default property that it is linked to from now on.</param>
    /// <param name="siblings">All properties of the owner, this one among them.</param>
    internal List<RequestError> Apply(DefaultProperty? link, List<Property> siblings)
    {
        var (oldLink, oldIdentifier, wasAddress) = (_property.DefaultPropertyId, _property.Identifier, _property.PropertyType == PropertyType.Address);
        var errors = entry.Assign(plan, "identifier", "value", "default_property_id");
        if (plan.Uuid("default_property_id") is not null && link is null)
            errors.Add(PropertyErrors.DefaultProperty());
        _property.DefaultPropertyId = link?.Id;
        Identify(link, oldIdentifier, errors);
        // What is new takes over all that the default property says; later, another value would be lost without a word.
        if (link is not null && !plan.IsCreate && oldLink == link.Id)
            errors.AddRange(Followed.Where(name => plan.Sets(name) && !IsThatOf(link, name)).Select(name => PropertyErrors.Linked(name, link)));
        if (link is not null)
            _property.Follow(link);
        if (_property.Identifier != oldIdentifier && siblings.Exists(other => other != _property && other.Identifier == _property.Identifier))
            errors.Add(PropertyErrors.Taken(Array.Find(["identifier", "default_property_id", "name"], plan.Sets) ?? "identifier"));
        if (_property.PropertyType == PropertyType.Select && _property.DefaultPropertyId is null && (isNew || Checked.Any(plan.Sets)))
            errors.Add(PropertyErrors.Invalid("property_type", "can be select for a property that is linked to a default property alone, which has the options"));
        SetValue(wasAddress, errors);
        CheckValue(link, errors);
        return errors;
    }

    private void Identify(DefaultProperty? link, string old, List<RequestError> errors)
    {
        if (link is not null)
            return;
        if (plan.Text("identifier") is { } given && given != old)
            _property.Identifier = PropertyIdentifier.From(given);
        else if (isNew && !plan.Sets("identifier") && _property.Name.Length > 0)
            _property.Identifier = PropertyIdentifier.From(_property.Name);
        if (isNew && !plan.Sets("name") && plan.Uuid("default_property_id") is null)
            errors.Add(RequestError.Invalid("name", "can't be blank", "blank"));
    }

    private bool IsThatOf(DefaultProperty link, string name) => name switch
    {
        "name" => plan.Text(name) is { } given && OwnerProperties.IsNamed(link.Name, given),
        "identifier" => plan.Text(name) is { } given && OwnerProperties.IsIdentifiedBy(link.Identifier, given),
        "property_type" => plan.Text(name) == WireText.Write(link.PropertyType),
        "validation_required" => plan.Boolean(name) == link.ValidationRequired,
        _ => plan.Texts(name)?.SequenceEqual(link.ShowOn) == true,
    };

    /// <summary>The value of an address is made of its parts; other types have no such parts.</summary>
    private void SetValue(bool wasAddress, List<RequestError> errors)
    {
        var value = plan.Sets("value") ? PropertyValue.Kept(plan.Text("value")) : _property.Value;
        if (_property.PropertyType == PropertyType.Address)
        {
            var formatted = _property.FormatAddress();
            // What was read can be sent back.
            if (plan.Sets("value") && value is not null && value != formatted && value != _property.Value)
                errors.Add(PropertyErrors.Invalid("value", "can't be given for an address, which is made of its parts: first_name, address1, city, …"));
            value = formatted;
        }
        else
        {
            errors.AddRange(Address.Where(part => plan.Text(part) is not null).Select(part => PropertyErrors.Invalid(part, "is for properties of the type address alone")));
            if (wasAddress)
                foreach (var part in Address)
                    entry.Property(plan.Definition.FindAttribute(part)!.Paths[0].Property.Name).CurrentValue = null;
        }
        _property.Value = value;
    }

    private void CheckValue(DefaultProperty? link, List<RequestError> errors)
    {
        // Of what has no options, the type is the error.
        if (_property.PropertyType == PropertyType.Select && link is null)
            return;
        IReadOnlyList<string> options = link?.SelectOptions ?? [];
        var fault = PropertyValue.Check(_property.PropertyType, _property.Value, _property.ValidationRequired, options);
        _property.MeetsValidationRequirements = fault == PropertyFault.None;
        // A write that is not about the value may find one that has become invalid with its default property.
        if (fault != PropertyFault.None && (isNew || Checked.Any(plan.Sets)))
            errors.Add(PropertyErrors.Value(fault, options));
    }
}
