namespace Bot.Answering.Lexicons;

/// <summary>Whether a text affirms or denies.</summary>
internal static class Polarity
{
    /// <summary>Whether it denies an odd number of times.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">A BCP 47 primary subtag.</param>
    public static bool Denies(string text, string language)
    {
        var cues = Lexicon.For(language).Cues;
        var tokens = Tokenizer.Read(text);
        return Enumerable.Range(0, tokens.Length).Count(at => cues.Match(tokens, at, out var cue) > 0 && cue.Kind == CueKind.Negation) % 2 == 1;
    }
}
