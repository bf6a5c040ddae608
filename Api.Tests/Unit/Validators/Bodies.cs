using System.Text;
using Api.Resources;
using Api.Validation;
using FluentValidation.TestHelper;
using JsonApi.Definitions;
using JsonApi.Parsing;
using JsonApi.Planning;
using NUnit.Framework;

namespace Api.Tests.Unit.Validators;

/// <summary>Bodies of the store API, planned as a request's body is.</summary>
internal static class Bodies
{
    private static readonly ResourceCatalog Catalog = StoreCatalog.Create();
    private static readonly Guid Id = new("11111111-1111-1111-1111-111111111111");

    internal static WritePlan Create(string type, string attributes) => Plan(type, attributes, isCreate: true);

    internal static WritePlan Update(string type, string attributes) => Plan(type, attributes, isCreate: false);

    /// <summary>A JSON string of so many characters.</summary>
    internal static string Long(int characters) => $"\"{new string('x', characters)}\"";

    /// <summary>What a validator finds: <c>name: too_long: is too long (maximum is 1000 characters)</c>, in order.</summary>
    internal static string[] Errors(this WritePlanValidator validator, WritePlan plan) =>
        [.. validator.TestValidate(plan).Errors.Select(failure => $"{failure.PropertyName}: {failure.ErrorCode}: {failure.ErrorMessage}")];

    private static WritePlan Plan(string type, string attributes, bool isCreate)
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"data":{"type":"{{{type}}}","attributes":{{{attributes}}}}}""");
        var definition = Catalog.Find(type)!;
        var planned = DocumentParser.Parse(body)
            .Then(request => isCreate ? WritePlanner.PlanCreate(definition, request, Id) : WritePlanner.PlanUpdate(definition, request, Id));
        return planned.TryGet(out var plan) ? plan : throw new AssertionException(planned.Errors[0].Detail);
    }
}
