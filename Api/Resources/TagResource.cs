using Domain.Items;
using JsonApi.Definitions;

namespace Api.Resources;

/// <summary>A tag and how many resources of one type have it; written with the resources that have it.</summary>
internal sealed class TagResource : ResourceDefinition<Tag>
{
    private static readonly PropertyPath Kind = PropertyPath.From((Tag tag) => tag.ItemKind);

    /// <summary>The names of the types that have tags in the documented service. There are no tags of the others here.</summary>
    private static readonly string[] Types = ["Order", "Customer", "ProductGroup", "Bundle", "Document", "Coupon"];

    public TagResource()
        : base("tags", tag => tag.Id)
    {
        Attribute("name", tag => tag.Name);
        Attribute("count", tag => tag.Count);

        OrderedBy = ["name"];

        Filter("for", Types, ["eq"], (_, values) => new Compare(Kind, WireType.Enum, Comparison.Equal, [.. values.Items.Select(KindOf).OfType<string>()]));

        Offer(Operation.List);
    }

    private static string? KindOf(object type) => type switch
    {
        "ProductGroup" => WireText.Write(ItemKind.ProductGroups),
        "Bundle" => WireText.Write(ItemKind.Bundles),
        _ => null,
    };
}
