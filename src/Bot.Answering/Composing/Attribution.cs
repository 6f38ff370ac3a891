using Bot.Answering.Checking;
using Bot.Answering.Lexicons;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Composing;

/// <summary>Gives a sentence that is somebody's words, when another sentence says whose, the speaker it needs to stand alone.</summary>
internal static class Attribution
{
    /// <summary>The sentence as it may stand alone.</summary>
    public static string Attribute(SearchHit hit)
    {
        if (hit.Passage is { Kind: PassageKind.Quote, Attribution: { } author })
        {
            return $"{author}: “{hit.Text.Trim('"', '“', '”')}”";
        }

        var sentence = PassageEvidence.Read(hit.Passage)[hit.SentenceIndex];
        return sentence is { IsQuoted: true, SpokenIn: { } source } && source.Speeches.FirstOrDefault(speech => speech.Frame.Length > 0) is { } speech
            ? $"{SpeakerFirst(source.Statement, speech)}: “{string.Concat(sentence.Quoted.Select(span => span.In(hit.Text)))}”"
            : hit.Text;
    }

    // "said Roebuck" after a quotation is "Roebuck said" before it.
    private static string SpeakerFirst(Statement source, Speech speech)
    {
        var words = speech.Frame.In(source.Text).Trim(' ', ',', '.', ':');
        var verb = source.Marks.FirstOrDefault(mark => mark.Cue.Kind == CueKind.Reporting && mark.Span.Start == speech.Frame.Start);
        return verb is null ? words : $"{words[verb.Span.Length..].Trim(' ', ',')} {verb.Span.In(source.Text)}";
    }
}
