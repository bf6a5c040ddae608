using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Api.Tests.Support;
using JsonApi.Errors;
using NUnit.Framework;

namespace Api.Tests.Contract;

/// <summary><c>docs/errors.md</c> is the catalogue of errors, not a description of an older one.</summary>
internal sealed partial class ErrorCatalogueTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs", "errors.md"));

    private static readonly string[] Projects = ["JsonApi", "Persistence", "Api"];

    [Test]
    public void The_page_lists_exactly_the_codes_there_are()
    {
        var listed = CodeRow().Matches(Page).Select(row => (row.Groups[1].Value, int.Parse(row.Groups[2].ValueSpan, CultureInfo.InvariantCulture), row.Groups[3].Value));
        Assert.That(listed, Is.EqualTo(ErrorCodes.All.Select(code => (code.Code, code.Status, code.Title))));
    }

    [Test]
    public void Every_row_says_when() =>
        Assert.That(CodeRow().Matches(Page).Select(row => row.Groups[4].Value.Length), Has.All.GreaterThan(20));

    [Test]
    public void The_catalogue_holds_every_code_that_is_declared()
    {
        var declared = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(ErrorCode)).Select(field => (ErrorCode)field.GetValue(null)!);
        Assert.That(declared, Is.EquivalentTo(ErrorCodes.All));
    }

    [Test]
    public void The_page_lists_exactly_the_meta_codes_that_the_code_gives()
    {
        var listed = MetaRow().Matches(Page).Select(row => row.Groups[1].Value);
        var sources = Projects.SelectMany(ProjectFolder.Sources).Select(File.ReadAllText);
        var given = sources.SelectMany(text => GivenCode().Matches(text)).Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value).Distinct();
        Assert.That(given, Is.EquivalentTo(listed));
    }

    [GeneratedRegex(@"^\| `(\w+)` \| (\d+) \| ([^|]*?) \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex(@"^\| `(\w+)` \| 4\d\d \| [^|]* \|$", RegexOptions.Multiline)]
    private static partial Regex MetaRow();

    /// <summary>The last argument of what makes a meta object, a validator's code, or one for a rule of FluentValidation itself.</summary>
    [GeneratedRegex("""(?:new ErrorMeta|Refused|RequestError\.Invalid)\([^;]*?"(\w+)"\)|Validator"\] = \("(\w+)"|WithErrorCode\("(\w+)"\)""")]
    private static partial Regex GivenCode();
}
