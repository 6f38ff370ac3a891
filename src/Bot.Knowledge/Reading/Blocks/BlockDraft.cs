using System.Text;
using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Reading.Blocks;

/// <summary>A block while it is written: its words with the gaps between them collapsed, and the marks on them.</summary>
internal sealed class BlockDraft(BlockKind kind)
{
    // Under any other heading.
    private const int SubheadingLevel = 6;

    // An opening paragraph in bold is longer, and ends in a full stop; an interviewer's question may be long.
    private const int LongestSubheading = 80;
    private const int LongestQuestion = 300;

    private readonly StringBuilder _words = new();
    private readonly List<Inline> _inlines = [];
    private readonly List<TextSpan> _parts = [];
    private string _gap = "";

    public BlockKind Kind => IsSubheading ? BlockKind.Heading : kind;

    public int Level { get => IsSubheading ? SubheadingLevel : field; init; }

    public bool HasHeader { get; set; }

    public string? Credit { get; set; }

    public string? Attribution { get; set; }

    public IReadOnlyList<Inline> Inlines => _inlines;

    public IReadOnlyList<TextSpan> Parts => _parts;

    /// <summary>The words so far, normalised. Offsets of marks are settled by <see cref="SettledText"/>.</summary>
    public string Words => Characters.Normalize(Raw);

    /// <summary>The words so far as they were written; the marks count in it.</summary>
    public string Raw => _words.ToString().TrimEnd();

    /// <summary>Where the next word starts, at the earliest.</summary>
    public int Position => _words.Length;

    public BlockDraft Append(string? words)
    {
        foreach (var c in words ?? "")
        {
            if (Characters.IsGap(c))
            {
                _gap = _gap.Length == 0 ? " " : _gap;
            }
            else if (!Characters.IsUnseen(c) && (_words.Length > 0 || !char.IsWhiteSpace(c)))
            {
                _words.Append(_words.Length == 0 ? "" : _gap).Append(c);
                _gap = "";
            }
        }

        return this;
    }

    /// <summary>Starts a new line, item or row; two in a row count as one, for a blank line parts blocks.</summary>
    public void BreakLine(int indent = 0) => _gap = "\n" + new string(' ', indent);

    /// <summary>A line break among the words: only a space where a line is an item or a row, and in what is one line.</summary>
    public void BreakWords()
    {
        if (kind is BlockKind.Paragraph or BlockKind.Quote)
        {
            BreakLine();
        }
        else
        {
            Append(" ");
        }
    }

    /// <summary>Marks the words from <paramref name="start"/> (a <see cref="Position"/> read before) up to here.</summary>
    public void Mark(InlineKind inline, int start, string? target = null)
    {
        if (WordsSince(start) is { } span)
        {
            _inlines.Add(new(inline, span, target));
        }
    }

    /// <summary>Ends a list's item or a table's row that began at <paramref name="start"/>.</summary>
    public void EndPart(int start)
    {
        if (WordsSince(start) is { } span)
        {
            _parts.Add(span);
        }
    }

    // A paragraph that is all bold, as newsrooms write subheadings and interviewers' questions; not "Tickets: £12".
    private bool IsSubheading => kind == BlockKind.Paragraph && _inlines.Find(inline => inline is { Kind: InlineKind.Strong, Span.Start: 0 }) is { } bold
        && Raw is var words && bold.Span.End == words.Length && !words.Contains('\n', StringComparison.Ordinal)
        && (words[^1] == '?' ? words.Length <= LongestQuestion : words.Length <= LongestSubheading && char.IsLetterOrDigit(words[^1]) && !words.Contains(':', StringComparison.Ordinal));

    private TextSpan? WordsSince(int start)
    {
        while (start < _words.Length && char.IsWhiteSpace(_words[start]))
        {
            start++;
        }

        return start < _words.Length ? new(start, _words.Length) : null;
    }
}
