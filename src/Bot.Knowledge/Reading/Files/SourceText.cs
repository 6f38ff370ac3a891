using System.Text;

namespace Bot.Knowledge.Reading.Files;

/// <summary>Turns a file's bytes into text: by its byte order mark, else by what it declares, else as UTF-8; never by guessing.</summary>
internal static class SourceText
{
    /// <param name="bytes">The file.</param>
    /// <param name="declared">The charset the file itself names, if it can.</param>
    /// <exception cref="UnreadableException">The bytes are not text of that encoding.</exception>
    public static string Decode(byte[] bytes, string? declared = null)
    {
        var (encoding, skip) = ByMark(bytes) ?? (ByName(declared) ?? Strict(new UTF8Encoding(false)), 0);
        try
        {
            var text = encoding.GetString(bytes, skip, bytes.Length - skip);
            return text.Contains('\0', StringComparison.Ordinal) ? throw NotText(text) : text;
        }
        catch (DecoderFallbackException error)
        {
            throw new UnreadableException(
                1 + bytes.AsSpan(0, Math.Clamp(error.Index, 0, bytes.Length)).Count((byte)'\n'),
                $"It is not {encoding.WebName.ToUpperInvariant()}: byte {error.Index} cannot be read.",
                "Save the file as UTF-8.");
        }
    }

    private static (Encoding Encoding, int Skip)? ByMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Strict(new UTF8Encoding(false)), 3),
        [0xFF, 0xFE, 0, 0, ..] => (Strict(new UTF32Encoding(false, false)), 4),
        [0, 0, 0xFE, 0xFF, ..] => (Strict(new UTF32Encoding(true, false)), 4),
        [0xFF, 0xFE, ..] => (Strict(new UnicodeEncoding(false, false)), 2),
        [0xFE, 0xFF, ..] => (Strict(new UnicodeEncoding(true, false)), 2),
        _ => null,
    };

    private static Encoding? ByName(string? name)
    {
        // The web's rules: Latin-1 and ASCII mean Windows-1252, and a page that could name UTF-16 in ASCII is none.
        name = name?.ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
            "utf-16" or "utf-16le" or "utf-16be" => "utf-8",
            var other => other,
        };
        try
        {
            return name is null ? null : Strict(CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    private static UnreadableException NotText(string text)
    {
        var at = text.IndexOf('\0', StringComparison.Ordinal);
        return new(
            1 + text.AsSpan(0, at).Count('\n'), "It holds a NUL byte: it is no text, or UTF-16 without a byte order mark.",
            "Save the file as UTF-8.");
    }
}
