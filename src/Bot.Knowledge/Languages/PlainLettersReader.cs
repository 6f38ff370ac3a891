namespace Bot.Knowledge.Languages;

/// <summary>Reads a text with look-alike characters as the plain ones the analysers know, one for one, so that offsets hold.</summary>
internal sealed class PlainLettersReader(TextReader inner) : TextReader
{
    public override int Read()
    {
        var read = inner.Read();
        return read < 0 ? read : Plain((char)read);
    }

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);
        foreach (ref var character in buffer.AsSpan(index, Math.Max(read, 0)))
        {
            character = Plain(character);
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static char Plain(char character) => character switch
    {
        '\u2019' or '\u02BC' or '\uFF07' => '\'',
        '\u2010' or '\u2011' => '-',
        // Between letters the tokenizer would take it for part of the word, as in Swedish.
        ':' => ' ',
        'ё' => 'е',
        'Ё' => 'Е',
        _ => character,
    };
}
