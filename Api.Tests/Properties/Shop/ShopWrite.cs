using System.Text.Json.Nodes;
using Api.Tests.Store.Writes;

namespace Api.Tests.Properties.Shop;

/// <summary>A request, and what it does to the model when it is answered as due.</summary>
/// <param name="Method">How it is sent.</param>
/// <param name="Path">Where to.</param>
/// <param name="Body">What with.</param>
/// <param name="Status">The status it has to answer with.</param>
/// <param name="Traits">What a test has seen when this was done: the kind of write, and each attribute with its type.</param>
/// <param name="Take">Takes it over into the model, by what was answered.</param>
internal sealed record ShopRequest(HttpMethod Method, string Path, string? Body, int Status, IReadOnlyList<string> Traits, Func<ShopState, JsonNode, ShopState> Take)
{
    internal bool IsDue => Status is 200 or 201;

    public override string ToString() => $"{Method} {Path} {Body}";
}

/// <summary>A resource that a relationship leads to.</summary>
internal sealed record ShopReference(string Relationship, string Type, string Id)
{
    internal bool IsLocal => ShopWrite.IsLocal(Id);
}

/// <summary>A write of one resource, to be sent as a request of its own or as one of several operations.</summary>
internal sealed record ShopWrite(string Method, string Type, string? Id = null)
{
    private const string Lid = "lid:";

    internal Dictionary<string, string> Fields { get; } = [];

    internal List<ShopReference> References { get; } = [];

    /// <summary>The error that follows from the body alone.</summary>
    internal int? BodyStatus { get; private set; }

    /// <summary>The errors that follow from what is stored.</summary>
    internal List<int> Errors { get; } = [];

    internal int Status => BodyStatus ?? (Errors.Count > 0 ? Errors.Max() : Method == "POST" ? 201 : 200);

    internal bool IsDue => Status is 200 or 201;

    /// <summary>What becomes of the shop, by the resource that is answered; the rows of collections follow by themselves.</summary>
    internal Func<ShopState, JsonNode, ShopState> Take { get; set; } = (shop, _) => shop;

    /// <summary>Whether it speaks of something that an operation before it makes.</summary>
    internal bool UsesLocalId => (Id is not null && IsLocal(Id)) || References.Exists(reference => reference.IsLocal);

    /// <summary>The attributes it sets, each with its type.</summary>
    internal IReadOnlyList<string> Attributes =>
    [
        .. Fields.Keys.Select(name => $"{Type}.{name}"),
        .. Fields.GetValueOrDefault("bundle_items_attributes", "").Contains("_destroy", StringComparison.Ordinal) ? ["bundles._destroy"] : Array.Empty<string>(),
    ];

    /// <summary>What it does to what: <c>change photos</c>.</summary>
    internal string Kind => $"{(Method == "POST" ? "create" : Method == "DELETE" ? "delete" : "change")} {Type}";

    /// <summary>A temporary name for the id of what an operation creates, until the real id is known.</summary>
    internal static string LocalId(int index) => $"{Lid}{index}";

    internal static bool IsLocal(string id) => id.StartsWith(Lid, StringComparison.Ordinal);

    internal ShopWrite With(Func<ShopState, JsonNode, ShopState> take)
    {
        Take = take;
        return this;
    }

    /// <summary>What is not there is not looked at any further.</summary>
    internal ShopWrite Missing()
    {
        Errors.Clear();
        return Fail(404);
    }

    internal ShopWrite Fail(int status)
    {
        Errors.Add(status);
        return this;
    }

    internal void FailIf(bool isWrong, int status = 422)
    {
        if (isWrong)
            Errors.Add(status);
    }

    /// <summary>Sets an attribute to one of the values, one time in so many.</summary>
    internal void Maybe(Random random, int times, string name, params string[] values)
    {
        if (random.Next(times) == 0)
            Fields[name] = random.Pick(values);
    }

    /// <summary>Now and then a body is wrong whatever it is sent to.</summary>
    internal void Spoil(Random random, string? name = null, string wrong = "")
    {
        if (name is not null && random.Next(24) == 0)
            (Fields[name], BodyStatus) = (wrong, 422);
        else if (random.Next(24) == 0)
            (Fields["nonesuch"], BodyStatus) = ("1", 400);
    }

    internal ShopRequest Request(bool asRelationships)
    {
        var body = asRelationships
            ? ScenarioClient.Body(Type, Object(Fields), Relationships)
            : ScenarioClient.Body(Type, Object(Fields.Concat(References.SelectMany(Keys))));
        return new ShopRequest(
            new HttpMethod(Method), Id is null ? Type : $"{Type}/{Id}", Method == "DELETE" ? null : body, Status, [Kind, .. Attributes],
            (shop, document) => Take(shop, document["data"]!).Synchronized());
    }

    /// <summary>The same as one of several operations, what it creates is named by its index among them.</summary>
    internal string Operation(int index) => Method switch
    {
        "POST" => OperationRequests.Add(Type, Object(Fields), $"{index}", Relationships),
        "DELETE" => OperationRequests.Remove(Type, Name(Id!)),
        _ => OperationRequests.Update(Type, Name(Id!), Object(Fields)),
    };

    private string Relationships => Object(References.Select(reference =>
        KeyValuePair.Create(reference.Relationship, $$$"""{"data":{"type":"{{{reference.Type}}}",{{{Name(reference.Id)}}}}}""")));

    private static IEnumerable<KeyValuePair<string, string>> Keys(ShopReference reference)
    {
        yield return KeyValuePair.Create($"{reference.Relationship}_id", $"\"{reference.Id}\"");
        if (reference.Relationship == "owner")
            yield return KeyValuePair.Create("owner_type", $"\"{reference.Type}\"");
    }

    private static string Object(IEnumerable<KeyValuePair<string, string>> members) => $"{{{string.Join(',', members.Select(member => $"\"{member.Key}\":{member.Value}"))}}}";

    private static string Name(string id) => IsLocal(id) ? OperationRequests.Lid(id[Lid.Length..]) : OperationRequests.Id(id);
}
