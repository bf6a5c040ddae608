using Api.Tests.Support;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary>The rules of <c>Api.Tests/README.md</c> that a test can check.</summary>
internal sealed class TestTreeTests
{
    private static readonly Type[] Fixtures =
        [.. typeof(TestTreeTests).Assembly.GetTypes().Where(type => type.GetMethods().Any(method => method.GetCustomAttributes(typeof(NUnitAttribute), false).Any(IsTest)))];

    [Test]
    public void No_two_fixtures_have_the_same_name() =>
        Assert.That(Fixtures.GroupBy(type => type.Name).Where(group => group.Count() > 1).Select(group => group.Key), Is.Empty);

    [Test]
    public void A_fixture_is_in_a_file_of_its_own_name_in_the_folder_of_its_namespace() =>
        Assert.That(
            Fixtures.Select(type => $"{type.Namespace!.Replace("Api.Tests", "Api/Tests", StringComparison.Ordinal).Replace('.', '/').Replace("Api/Tests", "Api.Tests", StringComparison.Ordinal)}/{type.Name}.cs")
                .Where(file => !File.Exists(Path.Combine(ProjectFolder.Root, file))),
            Is.Empty);

    [Test]
    public void The_readme_names_every_folder()
    {
        var page = File.ReadAllText(Path.Combine(ProjectFolder.Root, "Api.Tests", "README.md"));
        var folders = Fixtures.Select(type => type.Namespace!["Api.Tests.".Length..].Replace('.', '/')).Distinct()
            .Where(folder => !folder.StartsWith("Slow/", StringComparison.Ordinal) && folder != "Properties/Shop");
        Assert.That(folders.Where(folder => !page.Contains($"`{folder}`", StringComparison.Ordinal)), Is.Empty);
    }

    private static bool IsTest(object attribute) => attribute is TestAttribute or TestCaseAttribute or TestCaseSourceAttribute;
}
