using System.Text;
using System.Text.Json;
using Persistence.Sqlite;

namespace Benchmarks.Floor;

/// <summary>Moving, deleting and sorting whole collections.</summary>
internal sealed class TreeWrites(SqliteDatabase database)
{
    private readonly Lock _turn = new();
    private readonly Lazy<TreeStatements> _connection = new(() => new TreeStatements(new FloorConnection(database)));

    internal async Task MoveAsync(HttpContext context, byte[] company)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var parent = body.RootElement.GetProperty("data").GetProperty("attributes").GetProperty("parent_id").GetString()!;
        Answer(context, StatusCodes.Status200OK, write => write.Move(company, Id(context), Encoding.UTF8.GetBytes(parent)));
    }

    internal Task DeleteAsync(HttpContext context, byte[] company)
    {
        Answer(context, StatusCodes.Status200OK, write => write.Delete(company, Id(context)));
        return Task.CompletedTask;
    }

    internal async Task SortAsync(HttpContext context, byte[] company)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var ids = body.RootElement.GetProperty("data").GetProperty("attributes").GetProperty("ids").GetRawText();
        bool isSorted;
        lock (_turn)
            isSorted = _connection.Value.Sort(company, Encoding.UTF8.GetBytes(ids));
        context.Response.StatusCode = isSorted ? StatusCodes.Status201Created : StatusCodes.Status422UnprocessableEntity;
        context.Response.ContentType = "application/vnd.api+json";
        await context.Response.WriteAsync($$$"""{"data":{"id":"{{{Guid.CreateVersion7()}}}","type":"sortings"},"meta":{}}""");
    }

    private void Answer(HttpContext context, int status, Func<TreeStatements, bool> write)
    {
        var response = context.Response;
        response.ContentType = "application/vnd.api+json";
        lock (_turn)
        {
            var isDone = write(_connection.Value);
            response.StatusCode = isDone ? status : StatusCodes.Status422UnprocessableEntity;
            if (isDone)
                _connection.Value.WriteAnswer(response.BodyWriter);
        }
    }

    private static byte[] Id(HttpContext context) => Encoding.UTF8.GetBytes((string)context.Request.RouteValues["id"]!);
}
