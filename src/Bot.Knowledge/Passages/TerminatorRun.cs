namespace Bot.Knowledge.Passages;

/// <summary>A run of terminators with the closing quotes, brackets and reference marks that belong to it.</summary>
/// <param name="Kind">What the run is.</param>
/// <param name="Start">Its first terminator.</param>
/// <param name="End">Just past what closes after it.</param>
/// <param name="ClosesQuote">Whether a quotation is closed after it.</param>
/// <param name="IsQuoteOpen">Whether a straight quotation is open after it.</param>
internal readonly record struct TerminatorRun(TerminatorKind Kind, int Start, int End, bool ClosesQuote, bool IsQuoteOpen)
{
    private const int LongestReference = 24;

    /// <summary>Reads the run that starts at <paramref name="start"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where a terminator stands.</param>
    /// <param name="end">Where the stretch ends.</param>
    /// <param name="isQuoteOpen">Whether a straight quotation is open before it.</param>
    public static TerminatorRun Read(string text, int start, int end, bool isQuoteOpen)
    {
        var marksEnd = MarksFrom(text, start, end);
        var at = marksEnd;
        var closesQuote = false;
        while (at < end && (CloserAt(text, at, end, isQuoteOpen) is var next and > 0))
        {
            closesQuote |= SentenceMarks.IsQuote(text[next - 1]) || text[next - 1] is '\'' or '’' or '‘' or '」' or '』';
            isQuoteOpen ^= text[next - 1] == '"';
            at = next;
        }

        var past = SentenceMarks.PastJoined(text, PastReferences(text, at, end), end);
        return new(KindOf(text.AsSpan(start, marksEnd - start)), start, past, closesQuote, isQuoteOpen);
    }

    // "? !" and ". . ." of tokenised text are one run; ".NET" starts a word.
    private static int MarksFrom(string text, int start, int end)
    {
        var at = start + 1;
        for (var ahead = at; ahead < end;)
        {
            if (SentenceMarks.IsTerminator(text[ahead]))
            {
                var isWordStart = ahead > at && ahead + 1 < end && !char.IsWhiteSpace(text[ahead + 1])
                    && !SentenceMarks.IsTerminator(text[ahead + 1]);
                if (isWordStart)
                {
                    break;
                }

                at = ++ahead;
            }
            else if (text[ahead] == ' ' && ahead == at)
            {
                ahead++;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>Just past the closer that stands at or after spaces from <paramref name="at"/>; 0 when none does.</summary>
    private static int CloserAt(string text, int at, int end, bool isQuoteOpen)
    {
        var mark = text[at];
        if (SentenceMarks.IsCloser(mark))
        {
            var isFree = at + 1 >= end || !char.IsLetterOrDigit(text[at + 1]);
            return !SentenceMarks.IsTwoFaced(mark) || (mark == '"' && isQuoteOpen) || isFree ? at + 1 : 0;
        }

        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        if (at >= end)
        {
            return 0;
        }

        var standsAlone = at + 1 >= end || char.IsWhiteSpace(text[at + 1]) || SentenceMarks.IsTerminator(text[at + 1])
            || SentenceMarks.Continues(text[at + 1]);
        return text[at] switch
        {
            ')' or ']' or '}' or '”' => at + 1,
            '»' or '›' when standsAlone => at + 1,
            '"' when isQuoteOpen && standsAlone => at + 1,
            '\'' when at + 1 < end && text[at + 1] == '\'' => at + 2,
            _ => 0,
        };
    }

    // "…caliph.[12][13]:93 He", "… . [citation needed]": reference marks belong to the sentence before them.
    private static int PastReferences(string text, int at, int end)
    {
        var first = at + 1 < end && text[at] == ' ' && text[at + 1] == '[' ? at + 1 : at;
        var past = first;
        while (past < end && text[past] == '[')
        {
            var close = text.AsSpan(past, Math.Min(LongestReference, end - past)).IndexOf(']');
            if (close < 0 || (past + close + 1 < end && char.IsLetter(text[past + close + 1])))
            {
                break;
            }

            past += close + 1;
        }

        // After a space, brackets are a reference only where nothing follows them: "[We] seek".
        var found = past > first && (first == at || past == end);
        return PastPages(text, found ? past : at, end);
    }

    private static int PastPages(string text, int at, int end)
    {
        var past = at + 1;
        while (past < end && (char.IsAsciiDigit(text[past]) || text[past] is '–' or '-' or ','))
        {
            past++;
        }

        return at < end && text[at] == ':' && past > at + 1 ? past : at;
    }

    private static TerminatorKind KindOf(ReadOnlySpan<char> marks)
    {
        foreach (var mark in marks)
        {
            if (SentenceMarks.IsHard(mark))
            {
                return TerminatorKind.Hard;
            }
        }

        return marks.IndexOfAnyExcept(".…． ") >= 0 ? TerminatorKind.Mark
            : marks.Length > 1 || marks[0] == '…' ? TerminatorKind.Ellipsis
            : TerminatorKind.Dot;
    }
}

/// <summary>The kinds of run.</summary>
internal enum TerminatorKind
{
    /// <summary>One full stop.</summary>
    Dot,

    /// <summary>Several full stops, or an ellipsis.</summary>
    Ellipsis,

    /// <summary>Question and exclamation marks.</summary>
    Mark,

    /// <summary>Marks of scripts that need no space after them.</summary>
    Hard,
}
