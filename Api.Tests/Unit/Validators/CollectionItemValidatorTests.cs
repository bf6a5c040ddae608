using Api.Resources;
using FluentValidation.TestHelper;
using NUnit.Framework;

namespace Api.Tests.Unit.Validators;

internal sealed class CollectionItemValidatorTests
{
    private const string Type = "collection_items";
    private const string Some = "11111111-1111-1111-1111-111111111111";

    private readonly CollectionItemValidator _validator = new();

    [TestCase(Some)]
    [TestCase("00000000-0000-0000-0000-000000000000")]
    public void Any_two_ids_are_valid(string id) =>
        _validator.TestValidate(Bodies.Create(Type, $$"""{"collection_id":"{{id}}","item_id":"{{id}}"}""")).ShouldNotHaveAnyValidationErrors();

    [TestCase("{}", "collection_id", "item_id")]
    [TestCase("""{"collection_id":null,"item_id":null}""", "collection_id", "item_id")]
    [TestCase($$"""{"collection_id":"{{Some}}"}""", "item_id")]
    [TestCase($$"""{"item_id":"{{Some}}"}""", "collection_id")]
    public void Both_ids_are_required(string attributes, params string[] names) => Assert.That(
        _validator.Errors(Bodies.Create(Type, attributes)), Is.EqualTo(names.Select(name => $"{name}: blank: can't be blank")));
}
