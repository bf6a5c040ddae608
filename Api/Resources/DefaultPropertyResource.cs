using Domain.Items;
using JsonApi.Definitions;
using Persistence.Writes.Properties;

namespace Api.Resources;

/// <summary>What the resources of one type have as properties.</summary>
internal sealed class DefaultPropertyResource : ResourceDefinition<DefaultProperty>
{
    public DefaultPropertyResource()
        : base("default_properties", property => property.Id)
    {
        Id.Filter();
        Attribute("created_at", property => property.CreatedAt).Filter();
        Attribute("updated_at", property => property.UpdatedAt).Filter();
        Attribute("name", property => property.Name).Filter().Write();
        Attribute("identifier", property => property.Identifier).Filter().Write();
        Attribute("position", property => property.Position).Write();
        Attribute("property_type", property => property.PropertyType).Write();
        Attribute("show_on", property => property.ShowOn).Write();
        Attribute("validation_required", property => property.ValidationRequired).Filter().Write();
        Attribute("can_change_property_type", property => property.CanChangePropertyType);
        Attribute("owner_type", property => property.OwnerType).Filter("eq", "not_eq").WriteOnce();
        Attribute("select_options", property => property.SelectOptions).Write();
        Attribute("editable", property => property.Editable).Filter();

        WrittenBy<DefaultPropertyWrites, DefaultPropertyValidator>();

        Offer(Operation.List);
        Offer(Operation.Fetch);
        Offer(Operation.Create);
        Offer(Operation.Update);
        Offer(Operation.Delete);
    }
}
