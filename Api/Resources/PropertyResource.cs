using Domain.Items;
using JsonApi.Definitions;
using Persistence.Writes.Properties;

namespace Api.Resources;

/// <summary>A structured fact about a product group.</summary>
internal sealed class PropertyResource : ResourceDefinition<Property>
{
    public PropertyResource()
        : base("properties", property => property.Id)
    {
        Id.Filter();
        Attribute("created_at", property => property.CreatedAt).Filter();
        Attribute("updated_at", property => property.UpdatedAt).Filter();
        Attribute("name", property => property.Name).Filter().Write();
        Attribute("identifier", property => property.Identifier).Filter().Write();
        Attribute("position", property => property.Position).Write();
        Attribute("property_type", property => property.PropertyType).Write();
        Attribute("show_on", property => property.ShowOn).Write();
        Attribute("validation_required", property => property.ValidationRequired).Write();
        Attribute("meets_validation_requirements", property => property.MeetsValidationRequirements);
        Attribute("value", property => property.Value).Write();
        Attribute("first_name", property => property.FirstName).NotDefault().Write();
        Attribute("last_name", property => property.LastName).NotDefault().Write();
        Attribute("address1", property => property.Address1).NotDefault().Write();
        Attribute("address2", property => property.Address2).NotDefault().Write();
        Attribute("city", property => property.City).NotDefault().Write();
        Attribute("region", property => property.Region).NotDefault().Write();
        Attribute("zipcode", property => property.Zipcode).NotDefault().Write();
        Attribute("country", property => property.Country).NotDefault().Write();
        Attribute("country_id", property => property.CountryId).NotDefault().Write();
        Attribute("province_id", property => property.ProvinceId).NotDefault().Write();
        Attribute("latitude", property => property.Latitude).NotDefault().Write();
        Attribute("longitude", property => property.Longitude).NotDefault().Write();
        Attribute("default_property_id", property => property.DefaultPropertyId).Filter().Write();
        Attribute("owner_id", property => property.OwnerId).Filter().WriteOnce();
        Attribute("owner_type", property => property.OwnerType).Filter().WriteOnce();

        BelongsTo("default_property", property => property.DefaultProperty, property => property.DefaultPropertyId, "default_properties");
        BelongsTo("owner", property => property.Owner, property => property.OwnerId, "product_groups");

        WrittenBy<PropertyWrites, PropertyValidator>();

        Offer(Operation.List, "owner");
        Offer(Operation.Fetch, "owner");
        Offer(Operation.Create, "owner");
        Offer(Operation.Update, "owner");
        Offer(Operation.Delete, "owner");
    }
}
