using Bot.Answering.Lexicons;
using Bot.Knowledge.Search;

namespace Bot.Answering.Composing;

/// <summary>Whether a sentence affirms or denies.</summary>
internal static class Polarity
{
    /// <summary>Whether it denies an odd number of times.</summary>
    public static bool Denies(SearchHit hit)
    {
        var lexicon = Lexicon.For(hit.Passage.Article.Language);
        var tokens = Tokenizer.Read(hit.Text);
        return Enumerable.Range(0, tokens.Length).Count(at => lexicon.Cues.Match(tokens, at, out var cue) > 0 && cue.Kind == CueKind.Negation) % 2 == 1;
    }
}
