using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>Queries that do not parse, whatever the resource. A caret marks the wrong parameter.</summary>
internal sealed class QueryStringParserTests
{
    [TestCase("^bogus=1", "unknown parameter 'bogus'; known are filter, fields, extra_fields, include, sort, page, stats, meta")]
    [TestCase("^bogus", "unknown parameter 'bogus'")]
    [TestCase("^Sort=id", "unknown parameter 'Sort'")]
    [TestCase("^=1", "unknown parameter ''")]
    [TestCase("sort=id&&^include%20=x", "unknown parameter 'include '")]
    [TestCase("^filter=x", "filter should be an object")]
    [TestCase("^filter[]=x", "filter should be an object")]
    [TestCase("sort=id&^fields=a", "fields should be an object")]
    [TestCase("^fields[]=a", "fields should be an object")]
    [TestCase("^extra_fields=a", "extra fields should be an object")]
    [TestCase("^page=2", "page should be an object")]
    [TestCase("^stats=total", "stats should be an object")]
    [TestCase("^meta=total", "meta should be an object")]
    [TestCase("^page[limit]=1", "unknown parameter 'page[limit]'; known are page[number], page[size], page[after], page[before]")]
    [TestCase("^page[size][]=1", "unknown parameter 'page[size][]'")]
    [TestCase("page[after]=&^page[after]=", "page[after] is given twice")]
    [TestCase("page[before]=&^page[before]=", "page[before] is given twice")]
    [TestCase("^page[after][]=", "unknown parameter 'page[after][]'")]
    [TestCase("page[size]=1&^page%5Bsize%5D=2", "page[size] is given twice")]
    [TestCase("^filter[a=1", "'filter[a' is not a parameter name: brackets do not pair up.")]
    [TestCase("^filter[a]]=1", "'filter[a]]' is not a parameter name")]
    [TestCase("^filter[a]b=1", "'filter[a]b' is not a parameter name")]
    [TestCase("^filter[[a]]=1", "'filter[[a]]' is not a parameter name")]
    [TestCase("^filter]a=1", "'filter]a' is not a parameter name")]
    [TestCase("^filter[a][eq][x]=1", "invalid filter 'filter[a][eq][x]'; write filter[attribute][operator]=value")]
    [TestCase("^sort[a]=b", "'sort[a]' is not understood; write sort=a,b or sort[]=a")]
    [TestCase("^include[a][b]=c", "'include[a][b]' is not understood; write include=a,b or include[]=a")]
    [TestCase("^fields[a][b]=c", "'fields[a][b]' is not understood; write fields[type]=a,b")]
    [TestCase("^stats[a][b]=c", "'stats[a][b]' is not understood; write stats[total]=count")]
    [TestCase("include=item&^sort=%zz", "The value of sort is not percent-encoded UTF-8 without NUL.")]
    [TestCase("^sort=%F", "The value of sort is not percent-encoded UTF-8 without NUL.")]
    [TestCase("^sort=%C3%28", "The value of sort is not percent-encoded UTF-8 without NUL.")]
    [TestCase("^sort=%ED%A0%80", "The value of sort is not percent-encoded UTF-8 without NUL.")]
    [TestCase("^sort=%00", "The value of sort is not percent-encoded UTF-8 without NUL.")]
    [TestCase("^so%ZZrt=1", "The name of parameter 'so%ZZrt' is not percent-encoded UTF-8 without NUL.")]
    [TestCase("sort=é%C3%A9&^x=1&include=&^y=2", "unknown parameter 'x'")]
    public void What_does_not_parse_is_refused_with_its_position(string query, string detail) =>
        Planned.Refuses("collection_items?" + query, detail);

    [TestCase("{", "invalid filter: filter[conditions] is not JSON")]
    [TestCase("", "invalid filter: filter[conditions] is not JSON")]
    [TestCase("[]", "invalid filter filter[conditions]: a group is")]
    [TestCase("{}", "invalid filter filter[conditions]: a group is")]
    [TestCase("""{"operator":"and"}""", "invalid filter filter[conditions]: a group is")]
    [TestCase("""{"operator":"and","attributes":{}}""", "invalid filter filter[conditions]: a group is")]
    [TestCase("""{"operator":"nor","attributes":[{"position":1}]}""", "invalid filter filter[conditions]/operator: the operator of a group is")]
    [TestCase("""{"operator":1,"attributes":[{"position":1}]}""", "invalid filter filter[conditions]/operator: the operator of a group is")]
    [TestCase("""{"operator":"or","attributes":[]}""", "invalid filter filter[conditions]/attributes: a group needs at least one condition")]
    [TestCase("""{"operator":"or","attributes":[{"position":1}],"not":true}""", "invalid filter filter[conditions]/not: unknown member 'not' of a group")]
    [TestCase("""{"operator":"or","attributes":[5]}""", "invalid filter filter[conditions]/attributes/0: a condition is a group")]
    [TestCase("""{"operator":"or","attributes":[{"position":1},{}]}""", "invalid filter filter[conditions]/attributes/1: a condition is a group")]
    [TestCase("""{"operator":"or","attributes":[{"position":{}}]}""", "invalid filter filter[conditions]/attributes/0: a condition needs at least one operator")]
    [TestCase("""{"operator":"or","attributes":[{"position":{},"implicit":true}]}""", "invalid filter filter[conditions]/attributes/0: a condition needs at least one operator")]
    public void Conditions_that_are_no_tree_are_refused_with_the_path_in_the_tree(string json, string detail) =>
        Planned.Refuses("collection_items?sort=id&^filter[conditions]=" + Uri.EscapeDataString(json), detail);

    [Test]
    public void Groups_nest_eight_deep_and_no_deeper()
    {
        Planned.Print("collection_items?filter[conditions]=" + Nested(8));
        Planned.Refuses("collection_items?^filter[conditions]=" + Nested(9), "invalid filter filter[conditions]/attributes/0/attributes/0");

        static string Nested(int depth) =>
            depth == 0 ? """{"position":1}""" : $$"""{"operator":"and","attributes":[{{Nested(depth - 1)}}]}""";
    }
}
