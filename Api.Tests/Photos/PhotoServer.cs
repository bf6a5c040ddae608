using Api.Photos;
using Api.Tests.Support;
using Domain.Items;
using JsonApi.Errors;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Api.Tests.Photos;

/// <summary>A server with libvips, where the machine has it, and one without, for all tests about photos.</summary>
[SetUpFixture]
internal sealed class PhotoServer
{
    private static ApiServer? _with;
    private static ApiServer? _without;

    internal static ApiServer Without => _without!;

    /// <summary>The test that asks for it is skipped where libvips is not installed.</summary>
    internal static ApiServer With
    {
        get
        {
            if (!_with!.Services.GetRequiredService<VipsThumbnail>().IsInstalled)
                Assert.Ignore("libvips is not installed (Debian: libvips-tools), so nothing can be shrunk here.");
            return _with;
        }
    }

    internal static ApiServer Server(bool vips) => vips ? With : Without;

    internal static PhotoFiles Files(ApiServer server) => server.Services.GetRequiredService<PhotoFiles>();

    internal static string Folder(ApiServer server) => server.Services.GetRequiredService<PhotoSettings>().Folder;

    internal static async Task<Result<ImageFile>> TryStoreAsync(ApiServer server, byte[] image)
    {
        var read = PhotoUpload.FromBytes(image, "photo_base64");
        Assert.That(read.TryGet(out var upload), Is.True);
        return await Files(server).StoreAsync(upload!, CancellationToken.None);
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
        _without = await ApiServer.StartEmptyAsync("--Photos:Vips=/nowhere/vips", "--Logging:LogLevel:Default=None");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _with!.DisposeAsync();
        await _without!.DisposeAsync();
    }
}
