using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Api.Tests.Support;

internal sealed class SnapshotTests
{
    private string _folder = "";

    private string BasePath => Path.Combine(_folder, "Some.Test");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("snapshot-tests-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_same_value_gets_the_same_name_wherever_it_is()
    {
        var scrubbed = Snapshot.Scrub(Json("""
            {"b":"c1cd76e1-4623-455e-8573-566ce1ce6c28","a":"2023-01-20T16:48:01.000000+00:00",
             "link":"/items/33763613-da95-4e0a-89fd-1394814769da?of=C1CD76E1-4623-455E-8573-566CE1CE6C28","c":"2023-01-20T16:48:01.000000+00:00"}
            """));
        Assert.That(scrubbed, Is.EqualTo("""
            {
              "b": "Guid_1",
              "a": "DateTime_1",
              "link": "/items/Guid_2?of=Guid_1",
              "c": "DateTime_1"
            }
            """));
    }

    [Test]
    public void A_datetime_in_another_spelling_is_seen() =>
        Assert.That(Snapshot.Scrub(Json("""["2023-01-20T16:48:01Z"]""")), Does.Contain("2023-01-20T16:48:01Z"));

    [Test]
    public void What_is_not_approved_is_left_to_be_read()
    {
        Assert.That(Snapshot.Difference(Json("""{"a":1}"""), BasePath), Does.Contain("Some.Test.verified.json is missing"));
        Assert.That(File.ReadAllText(BasePath + ".received.json"), Is.EqualTo("{\n  \"a\": 1\n}\n"));
    }

    [Test]
    public void What_is_approved_takes_the_received_file_away()
    {
        Snapshot.Difference(Json("""{"a":1}"""), BasePath);
        File.Copy(BasePath + ".received.json", BasePath + ".verified.json");
        Assert.That(Snapshot.Difference(Json("""{"a":1}"""), BasePath), Is.Null);
        Assert.That(File.Exists(BasePath + ".received.json"), Is.False);
    }

    [TestCase("""{"b":2,"a":1}""")]
    [TestCase("""{"a":1}""")]
    [TestCase("""{"a":1,"b":"2"}""")]
    [TestCase("""{"a":1,"b":2,"c":null}""")]
    public void Order_shape_and_types_of_members_count(string other)
    {
        File.WriteAllText(BasePath + ".verified.json", Snapshot.Scrub(Json("""{"a":1,"b":2}""")) + "\n");
        Assert.That(Snapshot.Difference(Json(other), BasePath), Does.Contain("differs in line"));
    }

    [Test]
    public void Every_verified_file_belongs_to_a_test()
    {
        var tests = typeof(SnapshotTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Where(IsTest).Select(method => $"{type.Name}.{method.Name}.verified.json"))
            .ToHashSet(StringComparer.Ordinal);
        var files = Directory.GetFiles(Snapshot.ProjectFolder(), "*.verified.json", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file)!)
            .ToList();
        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Where(file => !tests.Contains(file)), Is.Empty);
    }

    private static bool IsTest(System.Reflection.MethodInfo method) => method.GetCustomAttributes(typeof(TestAttribute), false).Length > 0;

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
