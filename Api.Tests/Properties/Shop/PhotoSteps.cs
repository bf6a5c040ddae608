using System.Collections.Immutable;
using System.Globalization;
using Api.Tests.Photos;

namespace Api.Tests.Properties.Shop;

/// <summary>Photos of items.</summary>
internal static class PhotoSteps
{
    internal static readonly ImmutableSortedDictionary<string, string> Defaults = ImmutableSortedDictionary<string, string>.Empty.Add("alt_text", "null");

    private const int MostPhotos = 25;

    private static readonly string Upload = $"\"{Convert.ToBase64String(TestImages.Png(2, 2))}\"";

    internal static ShopWrite Create(ShopState shop, Random random)
    {
        if (shop.Photos.Count >= MostPhotos)
            return Delete(shop, random);
        var write = new ShopWrite("POST", "photos");
        var owner = random.Pick(shop.Items, shop);
        var type = random.Next(12) == 0 ? "bundles" : shop.Item(owner)?.Type ?? "bundles";
        write.References.Add(new ShopReference("owner", type, owner));
        Fill(write, random, 1);
        var picture = Address(write);
        write.FailIf(shop.Item(owner) is not { IsArchived: false } item || item.Type != type);
        return write.With((state, answered) => state.With(Changed(
            new ShopPhoto(answered["id"]!.GetValue<string>(), "", owner, 1 + state.ItemPhotos(owner).Select(photo => photo.Position).DefaultIfEmpty().Max(), picture.Url, Defaults), write)));
    }

    internal static ShopWrite Change(ShopState shop, Random random)
    {
        var id = random.Pick(shop.Photos, shop);
        var write = new ShopWrite(random.Pick(["PATCH", "PUT"]), "photos", id);
        Fill(write, random, 4);
        var owner = random.Next(10) == 0 ? random.Pick(shop.Items.Where(row => !shop.Fresh.Contains(row.Id)), shop) : null;
        if (owner is not null)
            write.Fields["owner_id"] = $"\"{owner}\"";
        if (shop.Photos.Find(row => row.Id == id) is not { } old)
            return write.Missing();
        write.FailIf(owner is not null && owner != old.Owner, 400);
        return write.With((state, _) => state.With(Changed(old, write)));
    }

    internal static ShopWrite Delete(ShopState shop, Random random)
    {
        var id = random.Pick(shop.Photos, shop);
        var write = new ShopWrite("DELETE", "photos", id);
        return !shop.Photos.Exists(row => row.Id == id)
            ? write.Missing()
            : write.With((state, _) => state with { Photos = state.Photos.RemoveAll(row => row.Id == id), Gone = state.Gone.Add(id) });
    }

    /// <summary>A photo in a body, once in so many times; most are URLs elsewhere.</summary>
    internal static void MaybePicture(ShopWrite write, Random random, int times)
    {
        if (random.Next(times) == 0)
            write.Maybe(random, 1, random.Next(6) == 0 ? "photo_base64" : "remote_photo_url", random.Address());
        if (write.Fields.ContainsKey("photo_base64"))
            write.Fields["photo_base64"] = Upload;
    }

    /// <summary>Whether a body contains a picture, and its URL where that is known beforehand.</summary>
    internal static (bool IsGiven, string? Url) Address(ShopWrite write) =>
        write.Fields.TryGetValue("remote_photo_url", out var address) ? (true, address.Trim('"')) : (write.Fields.ContainsKey("photo_base64"), null);

    private static void Fill(ShopWrite write, Random random, int times)
    {
        MaybePicture(write, random, times);
        write.Maybe(random, 3, "alt_text", "\"Seen\"", "null");
        write.Maybe(random, 3, "position", "1", "2", "4");
        write.Spoil(random, "position", "0");
    }

    private static ShopPhoto Changed(ShopPhoto photo, ShopWrite write) => photo with
    {
        Position = write.Fields.TryGetValue("position", out var position) ? int.Parse(position, CultureInfo.InvariantCulture) : photo.Position,
        Url = Address(write) is { IsGiven: true } picture ? picture.Url : photo.Url,
        Plain = photo.Plain.SetItems(write.Fields.Where(field => ShopPhoto.Names.Contains(field.Key))),
    };
}
