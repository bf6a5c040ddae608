using System.Text;

namespace Api.Tests.Store.BadInput;

/// <summary>Plausible pieces of requests, put together at random and then damaged a little.</summary>
internal sealed class FuzzGrammar(Random random)
{
    private static readonly string[] Resources = ["collection_items", "collections", "product_groups", "bundles", "bundle_items", "items", "photos", "nope", "collection_items/x"];

    private static readonly string[] Attributes =
    [
        "id", "created_at", "updated_at", "name", "position", "implicit", "item_id", "collection_id", "tag_list", "q", "type", "archived",
        "item.name", "collection.name", "item.tag_list", "item.photo.width", "collection.collection_items.item.name", "collection_items.id",
        "exclude_system_collections", "base_price_in_cents", "price_type", "photo.owner.name", "conditions", "properties", "", "nope", ".", "item..name",
    ];

    private static readonly string[] Operators =
        ["eq", "not_eq", "eql", "not_eql", "prefix", "not_prefix", "suffix", "match", "not_match", "gt", "gte", "lt", "lte", "", "nope"];

    private static readonly string[] Values =
    [
        "", "1", "-1", "0", "1.5", "1e400", "9223372036854775807", "true", "false", "null", "{{null}}", "{{a,b}}", "a,b,,c", "{{", "}}", "%25", "_", "%27", "%22",
        "%5C", "%00", "%ED%A0%80", "%EF%BF%BE", "%F0%9F%98%80", "%", "+", "2025-01-01", "2025-01-01T00:00:00+00:00", "9999-12-31T23:59:59Z",
        "0001-01-01", "00000000-0000-0000-0000-000000000000", "not-a-uuid", "rental", "simple", "e%CC%81", "%C4%B0", "item", "item.photo", "count", "id,-name", "nature",
        "%7B%22operator%22:%22and%22,%22attributes%22:[%7B%22id%22:null%7D]%7D", "%7B%22operator%22:%22or%22,%22attributes%22:[%7B%22name%22:%7B%22match%22:[%22a%22,%22%22]%7D%7D]%7D",
    ];

    /// <summary>Pairs that a list of collection items takes; together they reach further than what is refused at the door.</summary>
    private static readonly string[] SoundPairs =
    [
        "filter[position][gt]=1", "filter[position][not_eq]=1,2,null", "filter[position]=null", "filter[implicit]=true", "filter[id][not_eq]=00000000-0000-0000-0000-000000000000",
        "filter[created_at][lte]=9999-12-31T23:59:59Z", "filter[created_at][not_eq]=2025-01-01,2025-01-01T00:00:00.5Z", "filter[exclude_system_collections]=true",
        "filter[collection.name][match]=a,%25,%EF%BF%BE", "filter[collection.name][not_prefix]=n,,{{a,b}}", "filter[collection.name][eql]=nature,null", "filter[item.name][suffix]=e%CC%81",
        "filter[item.tag_list]=a", "filter[item.q]=the", "filter[item.photo.alt_text][eq]=null", "filter[item.price_type]=simple", "filter[item.archived]=false",
        "filter[item.collection_items.collection.name]=nature", "filter[item.collection_items.implicit]=false", "filter[collection.collection_items.item.name][not_match]=x",
        "filter[conditions]=%7B%22operator%22:%22or%22,%22attributes%22:[%7B%22implicit%22:true,%22position%22:null%7D,%7B%22item.name%22:%7B%22match%22:[%22a%22,%22%22]%7D%7D]%7D",
        "sort=collection.name,-item.created_at", "sort=-position", "sort=item.photo.width,item.base_price_in_cents", "include=item,collection", "include=item.photo", "include=",
        "fields[collection_items]=position", "fields[items]=name,tag_list", "fields[product_groups]=sku,properties", "fields[photos]=photo,coordinates", "extra_fields[collection_items]=source_collections",
        "extra_fields[collections]=all_parents,all_children", "stats[total]=count", "meta[total][]=count", "stats[position]=sum,average,minimum,maximum", "stats[implicit]=count", "page[size]=0", "page[size]=7", "page[number]=3",
    ];

    private static readonly string[] JsonValues =
    [
        "null", "true", "0", "1e400", "\"\"", "\"x\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "[[1]]", "{\"data\":null}", "{\"data\":{}}", "\"collection_items\"",
        "\"00000000-0000-0000-0000-000000000000\"", "{\"data\":{\"type\":\"items\",\"id\":\"x\"}}", "\"item,collection\"", "\"\ud83d\ude00\"", "-1", "99999999999999999999",
    ];

    private static readonly string[] Members = ["item_id", "collection_id", "position", "implicit", "id", "type", "item", "collection", "nope", "a/b~c", "\\ud800", ""];

    private const string Noise = "[]{}()=&?%+.,-_\"'\\/:;<>#\t~^|*!@0aZ";

    internal string Target()
    {
        if (random.Next(3) == 0)
        {
            var sound = string.Join('&', Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pick(SoundPairs)).DistinctBy(pair => pair.Split('=')[0]));
            return $"{BadInputServer.Items}?{(random.Next(10) == 0 ? Damaged(sound) : sound)}";
        }
        var path = $"/api/{(random.Next(2) == 0 ? "4" : "boomerang")}/{(random.Next(2) == 0 ? "collection_items" : Pick(Resources))}";
        var query = string.Join('&', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pair()));
        return $"{path}?{(random.Next(4) == 0 ? Damaged(query) : query)}";
    }

    internal string Body()
    {
        var data = $$"""{"type":{{(random.Next(8) == 0 ? Pick(JsonValues) : "\"collection_items\"")}}""";
        if (random.Next(10) == 0)
            data += $",\"id\":{Pick(JsonValues)}";
        if (random.Next(2) == 0)
            data += $",\"attributes\":{Object()}";
        if (random.Next(3) == 0)
            data += $",\"relationships\":{Object()}";
        var body = $$"""{"data":{{(random.Next(20) == 0 ? Pick(JsonValues) : data + "}")}}""" + (random.Next(10) == 0 ? $",\"include\":{Pick(JsonValues)}" : "") + "}";
        return random.Next(3) == 0 ? Damaged(body) : body;
    }

    private string Object() =>
        random.Next(10) == 0 ? Pick(JsonValues) : $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{Pick(Members)}\":{Pick(JsonValues)}"))}}}";

    private string Pair() => random.Next(10) switch
    {
        < 5 => $"filter[{Pick(Attributes)}]{(random.Next(3) > 0 ? $"[{Pick(Operators)}]" : "")}={Value()}",
        5 => $"sort={(random.Next(2) == 0 ? "-" : "")}{Pick(Attributes)}",
        6 => $"include={Pick(["item", "collection", "item.photo", "photo", "collection_items", "owner", "nope", "", ","])}",
        7 => $"page[{Pick(["size", "number", "after", ""])}]={Value()}",
        8 => $"{Pick(["fields", "extra_fields"])}[{Pick(Resources)}]={Pick(Attributes)}",
        _ => $"{Pick(["stats", "meta"])}[{(random.Next(2) == 0 ? "total" : Pick(Attributes))}]{Pick(["", "[]"])}={Pick(["count", "sum", "average", "minimum", ""])}",
    };

    private string Value() => random.Next(12) == 0
        ? string.Join(',', Enumerable.Repeat(Pick(Values), random.Next(2, 60)))
        : Pick(Values);

    private string Damaged(string text)
    {
        var damaged = new StringBuilder(text);
        for (var times = random.Next(1, 4); times > 0 && damaged.Length > 0; times--)
        {
            var at = random.Next(damaged.Length);
            switch (random.Next(3))
            {
                case 0:
                    damaged.Remove(at, Math.Min(random.Next(1, 5), damaged.Length - at));
                    break;
                case 1:
                    damaged.Insert(at, Noise[random.Next(Noise.Length)]);
                    break;
                default:
                    damaged[at] = Noise[random.Next(Noise.Length)];
                    break;
            }
        }
        return damaged.ToString();
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
