using Api.Favourites;
using Domain.Favourites;
using JsonApi.Errors;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using Persistence.Accounts;
using Persistence.Writes.Favourites;

namespace Api.Tests.Favourites;

/// <summary>Users and their collections in the store.</summary>
internal sealed class UserCollectionTests
{
    private FavouritesData _company = null!;
    private Guid _ann;
    private Guid _bob;

    [SetUp]
    public void AddUsers()
    {
        _company = FavouritesServer.NewCompany();
        (_ann, _bob) = (_company.User("ann"), _company.User("bob"));
    }

    [Test]
    public void Every_user_begins_with_the_default_collection()
    {
        using var context = _company.Database.CreateContext();
        var collection = context.UserCollections.Single(collection => collection.CompanyId == _company.Id && collection.UserId == _ann);
        Assert.That((collection.Name, collection.Default, collection.Private), Is.EqualTo(("Saved Artwork", true, true)));
    }

    [TestCase("ann@example.com")]
    [TestCase("ANN@Example.com")]
    public void An_address_is_taken_whatever_its_case(string email)
    {
        var made = _company.Write(transaction => UserWrites.Create(transaction, new NewUser("Ann", email, null)));
        Assert.That(made.Errors.Single().Detail, Is.EqualTo("email has already been taken"));
        Assert.That(FavouritesServer.NewCompany().User("ann"), Is.Not.EqualTo(_ann), "another company's users are others");
    }

    [Test]
    public void A_second_default_cannot_be()
    {
        using var context = _company.Database.CreateContext();
        context.UserCollections.Add(new UserCollection
        {
            CompanyId = _company.Id, Id = Guid.NewGuid(), UserId = _ann, Name = "Another", Default = true, CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch,
        });
        Assert.That(() => context.SaveChanges(), Throws.InstanceOf<DbUpdateException>());
        var made = _company.Collection(_ann, isPrivate: false);
        Assert.That(Find(made)!.Default, Is.False);
    }

    [Test]
    public void What_is_not_given_stays()
    {
        var id = _company.Collection(_ann, isPrivate: true);
        Assert.That(Update(_ann, id, ("name", "New"), ("description", "Words")).Errors, Is.Empty);
        Assert.That(Update(_ann, id, ("private", false)).Errors, Is.Empty);
        var collection = Find(id)!;
        Assert.That((collection.Name, collection.Description, collection.Private), Is.EqualTo(("New", "Words", false)));
        Assert.That(collection.UpdatedAt, Is.GreaterThan(collection.CreatedAt));
        Assert.That(Update(_ann, id, ("description", "")).Errors, Is.Empty);
        Assert.That(Find(id)!.Description, Is.Null);
    }

    [Test]
    public void The_default_collection_stays()
    {
        var refused = Delete(_ann, _company.DefaultCollection(_ann));
        Assert.That((refused.Errors.Single().Code, refused.Errors.Single().Detail), Is.EqualTo((ErrorCodes.Forbidden, "The default collection cannot be deleted.")));
        Assert.That(Find(_company.DefaultCollection(_ann)), Is.Not.Null);
    }

    [Test]
    public void A_collection_goes_with_what_is_in_it()
    {
        var id = _company.Collection(_ann, isPrivate: false);
        FavouritesData.Made(_company.Add(_ann, id, _company.Artwork()));
        Assert.That(Delete(_ann, id).Errors, Is.Empty);
        Assert.That((Find(id), _company.CollectionItems(id).Count), Is.EqualTo(((UserCollection?)null, 0)));
    }

    [TestCase(true, 404, "Collection Not Found")]
    [TestCase(false, 403, "Only its owner can change a collection.")]
    public void Anothers_collection_cannot_be_changed(bool isPrivate, int status, string detail)
    {
        var id = _company.Collection(_ann, isPrivate);
        foreach (var refused in new[] { Update(_bob, id, ("name", "Mine")), Delete(_bob, id), _company.Add(_bob, id, _company.Artwork()) })
            Assert.That((refused.Errors.Single().Code.Status, refused.Errors.Single().Detail), Is.EqualTo((status, detail)));
        Assert.That(Find(id)!.Name, Is.EqualTo("Own"));
    }

    [Test]
    public void Another_companys_collection_is_not_there()
    {
        var other = FavouritesServer.NewCompany();
        var id = other.Collection(other.User("ann"), isPrivate: false);
        Assert.That(Delete(_ann, id).Errors.Single().Detail, Is.EqualTo("Collection Not Found"));
        Assert.That(Update(_ann, id, ("name", "Mine")).Errors.Single().Code, Is.EqualTo(ErrorCodes.NotFound));
    }

    private Result<Guid> Update(Guid caller, Guid id, params (string Name, object? Value)[] values) =>
        _company.Update(new UserCollectionWrites(), caller, FavouritesCatalog.Collections, id, values);

    private Result<Guid> Delete(Guid caller, Guid id) => _company.Delete(new UserCollectionWrites(), caller, id);

    private UserCollection? Find(Guid id)
    {
        using var context = _company.Database.CreateContext();
        return context.UserCollections.SingleOrDefault(collection => collection.CompanyId == _company.Id && collection.Id == id);
    }
}
