using System.Collections.Immutable;

namespace Bot.Answering.Lexicons;

/// <summary>
/// Gathers a lexicon's cues. Where two lists have a phrase the earlier one counts, so what only looks like a cue comes first.
/// </summary>
internal static class CueTable
{
    public static PhraseTable<Cue> Of(LexiconData data)
    {
        var cues = new PhraseTable<Cue>();
        WordList.AddTo(cues, data.NoNegations, new Cue(CueKind.None));
        WordList.AddTo(cues, data.Negations, new Cue(CueKind.Negation));
        WordList.AddTo(cues, data.Conditions, new Cue(CueKind.Condition));
        WordList.AddTo(cues, data.Attributions, new Cue(CueKind.Attribution, "say"));
        WordList.AddTo(cues, data.AttributionsAfter, new Cue(CueKind.AttributionAfter, "say"));
        AddClasses(cues, CueKind.Certainty, data.Certainty);
        AddClasses(cues, CueKind.Quantity, data.Quantities);
        AddClasses(cues, CueKind.Reporting, data.Reporting);
        return cues;
    }

    private static void AddClasses(PhraseTable<Cue> cues, CueKind kind, ImmutableSortedDictionary<string, string> classes)
    {
        foreach (var (name, words) in classes)
        {
            WordList.AddTo(cues, words, new Cue(kind, name));
        }
    }
}
