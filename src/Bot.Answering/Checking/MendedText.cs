using System.Text;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>A text that grows sign by sign and out of which markers are taken: where one stood, its spaces are mended.</summary>
internal sealed class MendedText
{
    private const int LongestUnit = 4;

    private readonly StringBuilder _text = new();
    private bool _needsMending;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Whether a quotation is open.</summary>
    public bool IsQuoting { get; private set; }

    /// <summary>Where it ends but for spaces.</summary>
    public int End
    {
        get
        {
            var end = _text.Length;
            while (end > 0 && _text[end - 1] is ' ' or '\t' or '\u00A0')
            {
                end--;
            }

            return end;
        }
    }

    /// <summary>Whether a sentence's mark stands last.</summary>
    public bool EndsSentence => End is var end && end > 0 && _text[end - 1] is '.' or '!' or '?';

    /// <summary>The letters and digits that stand last, at most a unit's: "km".</summary>
    public string LastWord
    {
        get
        {
            var start = _text.Length;
            while (start > 0 && _text.Length - start < LongestUnit && char.IsLetterOrDigit(_text[start - 1]))
            {
                start--;
            }

            return _text.ToString(start, _text.Length - start);
        }
    }

    public void Write(char sign)
    {
        Mend(sign);
        IsQuoting = sign switch
        {
            '“' or '„' or '«' => true,
            '”' or '»' or '\n' => false,
            '"' => !IsQuoting,
            _ => IsQuoting,
        };
        _text.Append(sign);
    }

    /// <summary>Notes that a marker stood here.</summary>
    /// <returns>Its place.</returns>
    public int TakeOut()
    {
        _needsMending = true;
        return End;
    }

    /// <summary>The text, now that nothing follows.</summary>
    public string Finish()
    {
        Mend('\n');
        return _text.ToString();
    }

    // No space is left before punctuation and one is put between words.
    private void Mend(char next)
    {
        if (!_needsMending)
        {
            return;
        }

        _needsMending = false;
        if (char.IsWhiteSpace(next) || next is '.' or ',' or ';' or ':' or '!' or '?' or ')' or '。' or '、')
        {
            _text.Length = End;
        }
        else if (_text.Length > 0 && char.IsLetterOrDigit(next) && !Tokenizer.IsUnspaced(next)
            && (_text[^1] is '.' or ',' or '!' or '?' or ';' or ':' || char.IsLetterOrDigit(_text[^1])))
        {
            _text.Append(' ');
        }
    }
}
