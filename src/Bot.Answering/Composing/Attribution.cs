using Bot.Answering.Checking;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Composing;

/// <summary>Makes a sentence stand alone that is somebody's words: it is told as a quotation, and with its speaker where another sentence says whose.</summary>
internal static class Attribution
{
    private const int LongestListener = 5;

    /// <summary>The sentence as it may stand alone.</summary>
    public static QuotedSentence Attribute(SearchHit hit)
    {
        if (hit.IsAttribution)
        {
            return QuotedSentence.Line(hit.Passage, hit.Span);
        }

        if (hit.Passage is { Kind: PassageKind.Quote, Attribution: { } author })
        {
            return QuotedSentence.Of(hit.Passage, hit.Span, hit.Text.Trim('"', '“', '”'), author);
        }

        var sentence = PassageEvidence.Read(hit.Passage)[hit.SentenceIndex];
        return !sentence.IsQuoted ? QuotedSentence.Of(hit.Passage, hit.Span)
            : sentence.SpokenIn is { } source && source.Speeches.FirstOrDefault(speech => speech.Frame.Length > 0) is { } speech
            ? QuotedSentence.Of(hit.Passage, hit.Span, Words(sentence), SpeakerFirst(source.Statement, speech))
            : QuotedSentence.Of(hit.Passage, hit.Span, Words(sentence), null);
    }

    private static string Words(Evidence sentence) => new TextSpan(sentence.Quoted[0].Start, sentence.Quoted[^1].End).In(sentence.Statement.Text);

    // "said Roebuck" after a quotation is "Roebuck said" before it.
    private static string? SpeakerFirst(Statement source, Speech speech)
    {
        var words = speech.Frame.In(source.Text).Trim(' ', ',', '.', ':');
        var verb = source.Marks.FirstOrDefault(mark => mark.Cue.Kind == CueKind.Reporting && speech.Frame.Contains(mark.Span)
            && (mark.Span.Start == speech.Frame.Start || mark.Span.End == speech.Frame.End));
        if (verb is null)
        {
            return Capitalised(words);
        }

        var (said, who) = verb.Span.Start == speech.Frame.Start ? (verb.Span.In(source.Text), words[verb.Span.Length..].Trim(' ', ','))
            : (verb.Span.In(source.Text), words[..(words.Length - verb.Span.Length)].Trim(' ', ','));
        return source.Tokens.IsAnyOf(verb.From, source.Lexicon.TellingVerbs) ? Told(source, verb, said, who) : Capitalised($"{who} {said}".Trim());
    }

    // "He told" wants whom: "reporters" after it, else the teller alone; a pronoun alone tells nobody.
    private static string? Told(Statement source, Mark verb, string said, string who)
    {
        var end = verb.To;
        while (end < source.Tokens.Count && end - verb.To < LongestListener && source.Tokens.IsWord(end)
            && (source.Tokens.IsAnyOf(end, source.Lexicon.Articles) || !source.Tokens.IsAnyOf(end, source.Lexicon.ReportingComplements)))
        {
            end++;
        }

        return end > verb.To ? Capitalised($"{who} {said} {source.Tokens.Span(verb.To, end).In(source.Text)}".Trim())
            : source.Lexicon.Pronouns.Contains(who.ToLowerInvariant()) || who.Length == 0 ? null : Capitalised(who);
    }

    private static string Capitalised(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
