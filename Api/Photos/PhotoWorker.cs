using System.Runtime.CompilerServices;
using NetVips;

namespace Api.Photos;

/// <summary>
/// The process that decodes images from strangers: this program, started by the server with <see cref="Command"/> as its first argument. It
/// makes the variants of the image whose name follows, in its working directory, with libvips.
/// </summary>
internal static class PhotoWorker
{
    internal const string Command = "photo-worker";

    internal const int Success = 0;
    internal const int Undecodable = 1;
    internal const int WrongUsage = 2;
    internal const int NoLibrary = 3;

    /// <summary>The file that holds the tiny picture.</summary>
    internal const string Preview = "preview";

    private const int LargeSide = 500;
    private const int XlargeSide = 2000;
    private const int PreviewSide = 16;

    /// <summary>The loaders of the formats that are accepted; libvips has many more.</summary>
    private static readonly string[] Loaders = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp"];

    internal static int Run(string[] args)
    {
        if (args is not [Command, var original])
        {
            Console.Error.WriteLine($"error: the server starts {Command} by itself");
            return WrongUsage;
        }
        PhotoWorkerLimits.Apply();
        return Shrink(original);
    }

    // A method of its own: libvips is loaded when a method that names it is compiled, which is after the limits are set.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Shrink(string original)
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            Console.Error.WriteLine(ModuleInitializer.Exception?.Message);
            return NoLibrary;
        }
        try
        {
            Restrict();
            MakeVariants(original);
            return Success;
        }
        catch (VipsException fault)
        {
            Console.Error.WriteLine(fault.Message);
            return Undecodable;
        }
    }

    private static void Restrict()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders)
            Operation.Block(loader, false);
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
    }

    /// <summary>
    /// Pictures that fit a square, upright and in sRGB, never larger than they were, without metadata; of an animation, its first frame.
    /// Each is made from the pixels of the next larger one.
    /// </summary>
    private static void MakeVariants(string original)
    {
        using var decoded = Image.Thumbnail(
            original, XlargeSide, height: XlargeSide, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Truncated);
        using var xlarge = decoded.CopyMemory();
        Write(xlarge, PhotoVariants.Xlarge, quality: 82);
        using var large = Shrink(xlarge, LargeSide);
        Write(large, PhotoVariants.Large, quality: 82);
        using var preview = Shrink(large, PreviewSide);
        Write(preview, Preview, quality: 50);
    }

    private static Image Shrink(Image image, int side)
    {
        using var shrunk = image.ThumbnailImage(side, height: side, size: Enums.Size.Down);
        return shrunk.CopyMemory();
    }

    private static void Write(Image image, string file, int quality) =>
        File.WriteAllBytes(file, image.WebpsaveBuffer(q: quality, keep: Enums.ForeignKeep.None));
}
