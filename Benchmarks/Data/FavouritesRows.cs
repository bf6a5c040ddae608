using System.Security.Cryptography;
using System.Text;
using Domain.Favourites;
using JsonApi.Definitions;

namespace Benchmarks.Data;

/// <summary>Artworks, and the one user who keeps many of them in one collection.</summary>
internal sealed class FavouritesRows(Func<string, string[], TableInsert> insert, Random random, Func<Guid> newId, string company, string now)
{
    /// <summary>Artworks in the user's collection.</summary>
    internal const int ItemCount = 10_000;

    private readonly SampleText _text = new(random);

    /// <param name="artworks">The product groups, and whether the store shows them.</param>
    internal void Write(List<(string Id, bool IsShown)> artworks)
    {
        var artists = Enumerable.Range(0, 400).Select(_ => (Id: WireText.Write(newId()), Name: _text.Name())).ToArray();
        using var details = insert("artwork_details",
        [
            "company_id", "item_id", "artist_id", "artist_name", "category", "medium", "date", "height_millimetres", "width_millimetres",
            "depth_millimetres", "credit_line", "permalink",
        ]);
        foreach (var (id, _) in artworks)
        {
            var artist = artists[random.Next(artists.Length)];
            details.Row(company, id, artist.Id, artist.Name, _text.Word(), random.Next(10) != 0 ? _text.Sentence(25) : null,
                random.Next(10) != 0 ? $"c.{1_700 + random.Next(300)}" : null, Millimetres(20), Millimetres(20), Millimetres(2),
                _text.Sentence(50), random.Next(3) != 0 ? $"https://museum.example.com/art/{id}" : null);
        }
        var shown = artworks.Where(artwork => artwork.IsShown).Select(artwork => artwork.Id).ToArray();
        random.Shuffle(shown);
        WriteCollection(WriteUser(), shown.AsSpan(0, ItemCount));
    }

    private string WriteUser()
    {
        var user = WireText.Write(newId());
        using var users = insert("users", ["company_id", "id", "created_at", "updated_at", "name", "email", "email_folded"]);
        users.Row(company, user, now, now, "Ann", "ann@example.com", WireText.Fold("ann@example.com"));
        using var tokens = insert("favourites_tokens", ["hash", "company_id", "user_id", "offline", "created_at"]);
        tokens.Row(SHA256.HashData(Encoding.UTF8.GetBytes(DataSet.UserToken)), company, user, 0, now);
        return user;
    }

    private void WriteCollection(string user, ReadOnlySpan<string> artworks)
    {
        var collection = WireText.Write(newId());
        using var collections = insert("user_collections", ["company_id", "id", "created_at", "updated_at", "user_id", "name", "default", "private"]);
        collections.Row(company, collection, now, now, user, UserCollection.DefaultName, 1, 1);
        using var items = insert("user_collection_items", ["company_id", "id", "created_at", "updated_at", "collection_id", "user_id", "artwork_id", "rank", "visible"]);
        for (var i = 0; i < artworks.Length; i++)
            items.Row(company, WireText.Write(newId()), now, now, collection, user, artworks[i], (i + 1) * Ranking.Gap, 1);
    }

    private double? Millimetres(int unknown) => random.Next(100) < unknown ? null : random.Next(500, 20_000) / 10.0;
}
