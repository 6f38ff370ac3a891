using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Bot.Answering.Checking;

/// <summary>
/// Takes the citation markers out of a text that comes in pieces, in time linear in its length. How the text is cut into pieces
/// makes no difference.
/// </summary>
/// <param name="passages">How many passages there are; a number beyond is invented.</param>
internal sealed class MarkerStream(int passages)
{
    private const int LongestMarker = 60;
    private const int FirstYear = 1000;

    private readonly MendedText _text = new();
    private readonly ImmutableArray<Marker>.Builder _markers = ImmutableArray.CreateBuilder<Marker>();

    // What may yet turn out to be a marker, from its opening bracket on.
    private readonly StringBuilder _open = new();
    private int _invented;

    /// <summary>Reads a whole text.</summary>
    public static MarkedText Read(string text, int passages)
    {
        var stream = new MarkerStream(passages);
        stream.Push(text);
        return stream.Finish();
    }

    /// <summary>A text without anything that looks like a marker, whatever it names.</summary>
    public static string Without(string text)
    {
        var read = Read(text, passages: 0);
        while (!read.Markers.IsEmpty)
        {
            // What stood around one may look like another: "[[2] 1]".
            read = Read(read.Text.Trim(), passages: 0);
        }

        return read.Text;
    }

    /// <summary>Takes in the next piece.</summary>
    public void Push(ReadOnlySpan<char> piece)
    {
        foreach (var sign in piece)
        {
            Push(sign);
        }
    }

    /// <summary>The text without markers, once all pieces are in.</summary>
    public MarkedText Finish()
    {
        if (_open.Length > 1 && _open[0] is '[' or '【' && MarkerNumbers.Read(_open.ToString().AsSpan(1)) is not null)
        {
            // A text that was cut off within a marker.
            _open.Append(']');
        }

        while (_open.Length > 0)
        {
            Settle(next: '\n');
        }

        return new MarkedText(_text.Finish(), _markers.ToImmutable(), _invented);
    }

    private void Push(char sign)
    {
        while (_open.Length > 0 && !Continues(sign))
        {
            Settle(sign);
        }

        if (_open.Length > 0)
        {
            _open.Append(sign);
            return;
        }

        if (sign is '[' or '【' or '(' or '（' || IsSuperscript(sign))
        {
            _open.Append(sign);
        }
        else
        {
            _text.Write(sign);
        }
    }

    // Whether the open marker goes on with this sign. One in round brackets is only known by what follows it.
    private bool Continues(char sign)
    {
        var first = _open[0];
        if (IsSuperscript(first))
        {
            return IsSuperscript(sign) && _open.Length < LongestMarker;
        }

        var isClosed = Closes(first, _open[^1]) || (_open[^1] == ' ' && IsRound(first) && Closes(first, _open.ToString().TrimEnd()[^1]));
        if (isClosed)
        {
            return IsRound(first) && sign == ' ' && _open.Length < LongestMarker;
        }

        return sign is not ('\n' or '[' or '【' or '(') && _open.Length < LongestMarker;
    }

    /// <summary>Decides whether the open signs are a marker, now that the next sign is known.</summary>
    private void Settle(char next)
    {
        var open = _open.ToString();
        _open.Clear();
        var inside = open.TrimEnd();
        var numbers = IsSuperscript(open[0]) ? Superscripts(open, next)
            : !Closes(open[0], inside[^1]) ? null
            : IsRound(open[0]) ? Round(inside, next)
            : MarkerNumbers.Read(inside.AsSpan(1, inside.Length - 2)) is { } read && !IsQuotedYear(read) ? read
            : null;
        if (numbers is null)
        {
            // The first sign is text; the others may open a marker of their own.
            _text.Write(open[0]);
            foreach (var sign in open.AsSpan(1))
            {
                Push(sign);
            }

            return;
        }

        _invented += numbers.Count(number => !Exists(number));
        _markers.Add(new Marker(_text.TakeOut(), [.. numbers.Where(Exists).Distinct()]));
        foreach (var sign in open.AsSpan(inside.Length))
        {
            _text.Write(sign);
        }
    }

    private bool Exists(int number) => number >= 1 && number <= passages;

    // "[2014]" within a quotation is what its editor put in.
    private bool IsQuotedYear(List<int> numbers) => _text.IsQuoting && numbers.Exists(number => number >= FirstYear);

    // "(1)" is a marker where a clause ends; "(1) first" counts and "(1994)" is a year.
    private List<int>? Round(string open, char next) =>
        (next is '.' or ',' or ';' or '!' or '?' or '\n' or '(' or '[' or '。' or '、' or ':' or '"' or '”') && open.Length <= 12
            && !_text.IsEmpty
            && MarkerNumbers.Read(open.AsSpan(1, open.Length - 2)) is { } numbers && numbers.All(Exists)
            ? numbers : null;

    private List<int>? Superscripts(string open, char next)
    {
        var word = _text.LastWord;
        if (word is "m" or "km" or "cm" or "mm" or "mi" or "ft" or "dm" || (word.Length > 0 && char.IsDigit(word[^1]))
            || (char.IsLetterOrDigit(next) && !_text.EndsSentence))
        {
            return null;
        }

        var digits = string.Concat(open.Select(sign => CharUnicodeInfo.GetDigitValue(sign).ToString(CultureInfo.InvariantCulture)));
        return digits.Length < 4 && int.Parse(digits, CultureInfo.InvariantCulture) is var whole && whole <= passages
            ? [whole] : [.. digits.Take(LongestMarker).Select(digit => digit - '0')];
    }

    private static bool IsRound(char sign) => sign is '(' or '（';

    // Models mix square brackets.
    private static bool Closes(char open, char sign) => IsRound(open) ? sign is ')' or '）' : sign is ']' or '】';

    private static bool IsSuperscript(char sign) => sign is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹');
}
