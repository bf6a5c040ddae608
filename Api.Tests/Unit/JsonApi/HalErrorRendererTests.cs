using System.Text;
using JsonApi.Errors;
using JsonApi.Rendering.Hal;
using NUnit.Framework;

namespace Api.Tests.Unit.JsonApi;

/// <summary>Error documents of the favourites API.</summary>
internal sealed class HalErrorRendererTests
{
    private static readonly RequestError Size = RequestError.InQuery("size", -1, "size is not a number");

    [Test]
    public void Errors_in_parameters_are_joined_to_one_sentence_and_listed_by_parameter() => Assert.That(
        Render(Size, RequestError.InQuery("cursor", -1, "cursor is unknown."), RequestError.InQuery("size", -1, "size is too large")),
        Is.EqualTo((400, """{"type":"param_error","message":"size is not a number, cursor is unknown, size is too large.","""
            + """ "detail":{"size":["is not a number","is too large"],"cursor":["is unknown."]}}""".TrimStart())));

    [Test]
    public void No_message_is_there_twice() => Assert.That(
        Render(Size, Size, Size), Is.EqualTo((400, """{"type":"param_error","message":"size is not a number.","detail":{"size":["is not a number"]}}""")));

    [Test]
    public void Other_errors_have_no_detail() => Assert.That(
        Render(RequestError.InBody("", "The body is empty.")), Is.EqualTo((400, """{"type":"other_error","message":"The body is empty."}""")));

    [Test]
    public void What_the_caller_may_not_do_goes_before_wrong_parameters() => Assert.That(
        Render(Size, new RequestError(ErrorCodes.Forbidden, "Not yours.")), Is.EqualTo((403, """{"type":"auth_error","message":"Not yours."}""")));

    private static (int, string) Render(params RequestError[] errors)
    {
        var renderer = HalErrorRenderer.Instance;
        return (renderer.Status(errors), Encoding.UTF8.GetString(renderer.Render(errors)));
    }
}
