using Domain.Collections;
using JsonApi.Definitions;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>A definition is declared in its constructor, and the catalogue freezes it.</summary>
internal sealed class FrozenDefinitionTests
{
    private static readonly Dictionary<string, Action<Widgets>> Declarations = new()
    {
        ["attribute"] = widgets => widgets.DeclareAttribute(),
        ["hash"] = widgets => widgets.DeclareHash(),
        ["composed attribute"] = widgets => widgets.DeclareComposed(),
        ["like"] = widgets => widgets.DeclareLike(),
        ["input"] = widgets => widgets.DeclareInput(),
        ["nested input"] = widgets => widgets.DeclareNested(),
        ["belongs to"] = widgets => widgets.DeclareBelongsTo(),
        ["has many"] = widgets => widgets.DeclareHasMany(),
        ["filter"] = widgets => widgets.DeclareFilter(),
        ["search"] = widgets => widgets.DeclareSearch(),
        ["extra field"] = widgets => widgets.DeclareExtra(),
        ["operation"] = widgets => widgets.DeclareOperation(),
        ["scope"] = widgets => widgets.DeclareScope(),
        ["hidden from lists"] = widgets => widgets.DeclareHidden(),
        ["revealed by"] = widgets => widgets.DeclareRevealedBy(),
        ["variants"] = widgets => widgets.DeclareVariants(),
        ["variant of"] = widgets => widgets.DeclareVariantOf(),
        ["written by"] = widgets => widgets.DeclareWrites(),
        ["order"] = widgets => widgets.DeclareOrder(),
        ["attribute: filter"] = widgets => widgets.FindAttribute("name")!.Filter(),
        ["attribute: filter with operators"] = widgets => widgets.FindAttribute("name")!.Filter("eq"),
        ["attribute: not default"] = widgets => widgets.FindAttribute("name")!.NotDefault(),
        ["attribute: countable"] = widgets => widgets.FindAttribute("name")!.Countable(),
        ["attribute: write"] = widgets => widgets.FindAttribute("name")!.Write(),
        ["attribute: write once"] = widgets => widgets.FindAttribute("name")!.WriteOnce(),
        ["attribute: url"] = widgets => widgets.FindAttribute("name")!.Url(),
        ["attribute: one of"] = widgets => widgets.FindAttribute("name")!.OneOf("a"),
        ["id: filter"] = widgets => widgets.Id.Filter(),
    };

    [TestCaseSource(nameof(Names))]
    public void A_declaration_after_freezing_throws(string name)
    {
        var declare = Declarations[name];
        var widgets = new Widgets();
        Assert.That(() => declare(widgets), Throws.Nothing, "before");
        widgets = new Widgets();
        _ = new ResourceCatalog(widgets);
        Assert.That(() => declare(widgets), Throws.InvalidOperationException.With.Message.Contains("frozen"));
    }

    [Test]
    public void A_definition_is_in_one_catalogue_only()
    {
        var widgets = new Widgets();
        _ = new ResourceCatalog(widgets);
        Assert.That(() => new ResourceCatalog(widgets), Throws.InvalidOperationException);
    }

    [Test]
    public void A_frozen_definition_lists_what_was_declared_in_that_order()
    {
        var widgets = new Widgets();
        widgets.DeclareAttribute();
        widgets.DeclareFilter();
        widgets.DeclareExtra();
        widgets.Id.Filter();
        Assert.That(widgets.Attributes, Is.Empty, "before");
        _ = new ResourceCatalog(widgets);
        Assert.That(widgets.Attributes.Select(attribute => attribute.Name), Is.EqualTo(new[] { "name", "slug" }));
        Assert.That(widgets.FilterNames, Is.EqualTo(new[] { "id", "name", "mine" }));
        Assert.That(widgets.FindFilter("name")!.Operators.Select(op => op.Name), Is.EqualTo(new[] { "eq" }));
        Assert.That(widgets.FindExtraField("twins"), Is.SameAs(widgets.ExtraFields.Single()));
        Assert.That(widgets.FindAttribute("id"), Is.SameAs(widgets.Id));
    }

    private static string[] Names() => [.. Declarations.Keys];

    /// <summary>A resource with a method for each verb of a declaration.</summary>
    private sealed class Widgets : ResourceDefinition<Collection>
    {
        internal Widgets()
            : base("widgets", collection => collection.Id) =>
            Attribute("name", collection => collection.Name).Filter("eq");

        internal void DeclareAttribute() => Attribute("slug", collection => collection.Slug);

        internal void DeclareHash() => Hash("hash", collection => collection.Slug);

        internal void DeclareComposed() => Composed("composed", ["[", "]"], collection => collection.Slug);

        internal void DeclareLike() => Like(new Others(), "slug");

        internal void DeclareInput() => Input("image", WireType.String);

        internal void DeclareNested() => Nested("parts", "widgets", "id");

        internal void DeclareBelongsTo() => BelongsTo("parent", collection => collection.Parent, collection => collection.ParentId, "widgets");

        internal void DeclareHasMany() =>
            HasMany<CollectionItem>("items", collection => collection.CollectionItems, item => item.CollectionId, "widgets");

        internal void DeclareFilter() => Filter("mine", WireType.Boolean, ["eq"], (_, _) => Condition.Always);

        internal void DeclareSearch() => Search("q", ["eq"], collection => collection.Name);

        internal void DeclareExtra() => Extra<Collection>(
            "twins", Same<Collection>(twin => twin.Name, collection => collection.Name), [("id", twin => twin.Id)], twin => twin.Id);

        internal void DeclareOperation() => Offer(Operation.List);

        internal void DeclareScope() => Scope = Condition.Always;

        internal void DeclareHidden() => HiddenFromLists = Condition.Always;

        internal void DeclareRevealedBy() => RevealedBy = ["name"];

        internal void DeclareVariants() => Variants = [];

        internal void DeclareVariantOf() => VariantOf = Id;

        internal void DeclareWrites() => WrittenBy<object, object>();

        internal void DeclareOrder() => OrderedBy = ["name"];
    }

    private sealed class Others : ResourceDefinition<Collection>
    {
        internal Others()
            : base("others", collection => collection.Id) =>
            Attribute("slug", collection => collection.Slug);
    }
}
