using Api.Photos;
using Api.Tests.Support;
using Domain.Items;
using JsonApi.Errors;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Api.Tests.Photos;

/// <summary>A server that shrinks photos and one that does not, for all tests about photos.</summary>
[SetUpFixture]
internal sealed class PhotoServer
{
    private static ApiServer? _with;
    private static ApiServer? _without;

    internal static ApiServer Without => _without!;

    internal static ApiServer With => _with!;

    internal static ApiServer Server(bool shrinks) => shrinks ? With : Without;

    internal static PhotoFiles Files(ApiServer server) => server.Services.GetRequiredService<PhotoFiles>();

    internal static string Folder(ApiServer server) => server.Services.GetRequiredService<PhotoSettings>().Folder;

    internal static async Task<Result<ImageFile>> TryStoreAsync(ApiServer server, byte[] image)
    {
        var read = PhotoUpload.FromBytes(image, "photo_base64");
        Assert.That(read.TryGet(out var upload), Is.True);
        return await Files(server).StoreAsync(upload!, "red-bike", CancellationToken.None);
    }

    internal static async Task<ImageFile> StoreAsync(ApiServer server, byte[] image)
    {
        var result = await TryStoreAsync(server, image);
        return result.TryGet(out var photo) ? photo : throw new AssertionException(result.Errors[0].Detail);
    }

    internal static async Task<byte[]> BytesAsync(ApiServer server, string url) => await server.Client.GetByteArrayAsync(url);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _with = await ApiServer.StartEmptyAsync();
        _without = await ApiServer.StartEmptyAsync("--Photos:Shrink=false", "--Logging:LogLevel:Default=None");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _with!.DisposeAsync();
        await _without!.DisposeAsync();
    }
}
