using System.Buffers.Binary;
using System.IO.Compression;

namespace Bot.Host.Teams;

/// <summary>A square picture, drawn by asking for the colour of each point, as a PNG file.</summary>
internal static class PngPicture
{
    private const int Samples = 4;
    private const uint Polynomial = 0xEDB88320;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Draws it.</summary>
    /// <param name="size">Its sides, in pixels.</param>
    /// <param name="colour">The colour at a point, each coordinate from 0 to 1.</param>
    public static byte[] Draw(int size, Func<double, double, Colour> colour)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);

        // Eight bits each of red, green, blue and opacity.
        (header[8], header[9]) = (8, 6);
        Write(file, "IHDR"u8, header);
        Write(file, "IDAT"u8, Rows(size, colour));
        Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Rows(int size, Func<double, double, Colour> colour)
    {
        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var y = 0; y < size; y++)
            {
                rows.WriteByte(0);
                for (var x = 0; x < size; x++)
                {
                    rows.Write(Pixel(x, y, size, colour));
                }
            }
        }

        return packed.ToArray();
    }

    // The mean of some points within: edges are smooth.
    private static byte[] Pixel(int x, int y, int size, Func<double, double, Colour> colour)
    {
        double red = 0, green = 0, blue = 0, opacity = 0;
        for (var sample = 0; sample < Samples * Samples; sample++)
        {
            var at = colour((x + (((sample % Samples) + 0.5) / Samples)) / size, (y + (((sample / Samples) + 0.5) / Samples)) / size);
            red += at.Red * at.Opacity;
            green += at.Green * at.Opacity;
            blue += at.Blue * at.Opacity;
            opacity += at.Opacity;
        }

        return opacity == 0 ? [0, 0, 0, 0] : [(byte)(red / opacity), (byte)(green / opacity), (byte)(blue / opacity), (byte)(255 * opacity / (Samples * Samples))];
    }

    private static void Write(MemoryStream file, ReadOnlySpan<byte> kind, byte[] content)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Check([.. kind, .. content]));
        file.Write(number);
    }

    private static uint Check(byte[] bytes)
    {
        var check = uint.MaxValue;
        foreach (var value in bytes)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                check = (check & 1) == 1 ? (check >> 1) ^ Polynomial : check >> 1;
            }
        }

        return ~check;
    }

    /// <summary>A colour.</summary>
    /// <param name="Red">0 to 255.</param>
    /// <param name="Green">0 to 255.</param>
    /// <param name="Blue">0 to 255.</param>
    /// <param name="Opacity">0 to 1.</param>
    internal readonly record struct Colour(double Red, double Green, double Blue, double Opacity);
}
