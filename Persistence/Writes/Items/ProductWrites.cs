using Domain.Items;
using JsonApi.Errors;
using JsonApi.Planning;
using Microsoft.EntityFrameworkCore;
using Persistence.Transactions;

namespace Persistence.Writes.Items;

/// <summary>Creating, changing and archiving the variations of a product group.</summary>
public sealed class ProductWrites : ResourceWrites
{
    public override bool Archives => true;

    protected override Result<Guid> Create(WriteTransaction transaction, WritePlan plan)
    {
        if (transaction.Context.Items.Find(transaction.Scope.CompanyId, plan.Uuid("product_group_id")) is not ProductGroup { Archived: false } group)
            return RequestError.Invalid("product_group_id", "must be the id of a product group of this company that is not archived", "not_found");
        if (!group.HasVariations)
            return RequestError.Invalid("product_group_id", "must be the id of a product group with has_variations true: this one has one product only", "invalid");
        if (Others(transaction, group.Id, plan.Id).Count() >= Variations.MaxProducts)
            return RequestError.Invalid("product_group_id", $"has {Variations.MaxProducts} products, and a product group has no more", "too_many");
        return Assign(transaction, transaction.Context.Add(GroupProducts.New(transaction, plan.Id, group)).Entity, group, plan);
    }

    protected override Result<Guid> Update(WriteTransaction transaction, WritePlan plan)
    {
        var product = Find(transaction, plan.Id);
        return Assign(transaction, product, (ProductGroup)transaction.Context.Items.Find(transaction.Scope.CompanyId, product.ProductGroupId)!, plan);
    }

    protected override Result<Guid> Delete(WriteTransaction transaction, Guid id)
    {
        var product = Find(transaction, id);
        if (product.Archived)
            return id;
        if (!Others(transaction, product.ProductGroupId, id).Any())
            return Last();
        (product.Archived, product.ArchivedAt) = (true, transaction.Now);
        transaction.Save();
        return id;
    }

    private static Result<Guid> Assign(WriteTransaction transaction, Product product, ProductGroup group, WritePlan plan)
    {
        var errors = Check(transaction, product, group, plan);
        var (price, weight) = (product.BasePriceInCents, product.Weight);
        errors.AddRange(transaction.Context.Entry(product).Assign(plan, "weight"));
        if (errors.Count > 0)
            return errors;
        // What is sent back as it was read overrides nothing.
        if (plan.Sets("base_price_in_cents") && (plan.IsCreate || product.BasePriceInCents != price))
            product.PriceOverridden = true;
        if (plan.Sets("weight"))
            (product.Weight, product.WeightOverridden) = plan.Text("weight") is { } given && Weight.HasValue(given)
                ? Overridden(Weight.From(given, product.WeightOverridden ? weight : null), weight, product.WeightOverridden || plan.IsCreate)
                : (group.Weight, false);
        product.Name = Product.NameOf(group.Name, product.VariationValues);
        transaction.Save();
        return plan.Id;
    }

    private static List<RequestError> Check(WriteTransaction transaction, Product product, ProductGroup group, WritePlan plan)
    {
        var errors = new List<RequestError>();
        var values = plan.Texts("variation_values") ?? [];
        // Those that are there may be sent back, although the server made them blank itself.
        if (plan.IsCreate || (plan.Sets("variation_values") && !values.SequenceEqual(product.VariationValues)))
        {
            if (values.Any(string.IsNullOrWhiteSpace))
                errors.Add(RequestError.Invalid("variation_values", "should have values that are not blank", "blank"));
            else if (values.Count != group.VariationFields.Count)
                errors.Add(RequestError.Invalid("variation_values", WrongCount(group), "wrong_length"));
            else if (values.Count > 0 && IsTaken(transaction, product, values))
                errors.Add(RequestError.Invalid("variation_values", "has already been taken", "taken"));
        }
        if (!group.HasVariations && plan.Integer("base_price_in_cents") is { } price && price != product.BasePriceInCents)
            errors.Add(RequestError.Invalid("base_price_in_cents", "is the product group's: a product has a price of its own only where has_variations is true", "contradictory"));
        if (plan.Uuid("photo_id") is { } photo
            && !(transaction.Context.Photos.Find(transaction.Scope.CompanyId, photo) is { } known && known.OwnerId == group.Id))
            errors.Add(RequestError.Invalid("photo_id", "must be the id of a photo of the product group", "not_found"));
        return errors;
    }

    private static (string Weight, bool IsOverridden) Overridden(string weight, string? before, bool isOverridden) => (weight, isOverridden || weight != before);

    private static bool IsTaken(WriteTransaction transaction, Product product, IReadOnlyList<string> values)
    {
        var key = Variations.Key(values);
        return Others(transaction, product.ProductGroupId, product.Id).Select(other => other.VariationValues).AsEnumerable()
            .Any(other => Variations.Key(other) == key);
    }

    private static string WrongCount(ProductGroup group) => group.VariationFields.Count == 0
        ? "should be empty: the product group has no variation_fields"
        : $"should have one value for each of the product group's variation_fields: {string.Join(", ", group.VariationFields)}";

    private static IQueryable<Product> Others(WriteTransaction transaction, Guid groupId, Guid id)
    {
        var company = transaction.Scope.CompanyId;
        return transaction.Context.Products.AsNoTracking()
            .Where(product => product.CompanyId == company && product.ProductGroupId == groupId && product.Id != id && !product.Archived);
    }

    private static RequestError Last()
    {
        const string message = "is the last of its product group: archive the product group instead";
        return new RequestError(ErrorCodes.Unprocessable, $"The product {message}.") { Meta = new ErrorMeta("product_group_id", message, "last") };
    }

    private static Product Find(WriteTransaction transaction, Guid id) => transaction.Context.Products.Find(transaction.Scope.CompanyId, id)!;
}
