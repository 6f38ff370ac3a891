using System.Collections.Immutable;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>Whether a claim is put together of two sentences, or of the two ends of one, so that neither says it.</summary>
internal static class Join
{
    private const int FewestLeftOut = 2;

    public static string? Fault(GapSide told, GapSide given, Evidence sentence) => Borrowed(told, given, sentence) ?? Spliced(told, given);

    // "The state paid 3 million" where the sentence has "Norvia paid 3 million", and "The state paid 5 million" stands beside it.
    private static string? Borrowed(GapSide told, GapSide given, Evidence sentence)
    {
        if (told.Names.Length > 0 || given.Names.Length == 0 || !told.IsWording || told.Gap.End >= told.Statement.Gists.Length
            || told.Statement.Content.Any(term => told.Span.Contains(term.Span) && ContentCheck.Has(sentence, term.Text)))
        {
            return null;
        }

        string[] words = [.. told.Statement.Gists[told.Gap.Start..(told.Gap.End + 1)].Select(gist => gist.Key)];
        return new[] { sentence.Previous, sentence.Next }.OfType<Evidence>()
            .Any(beside => beside.Statement.Gists.Select(gist => gist.Key).ToArray().AsSpan().IndexOf(words) >= 0)
            ? $"\"{told.Words}\" stands where the passage has \"{given.Words}\"" : null;
    }

    // "Bicycles are allowed | outside the rush hour, dogs | at any time": the cut takes the end of one part and the beginning of the next.
    private static string? Spliced(GapSide told, GapSide given)
    {
        var (tokens, gists) = (given.Statement.Tokens, given.Statement.Gists);
        if (told.Gap.Length > 0 || given.Gap.Length < FewestLeftOut || given.Gap.Start == 0 || given.Gap.End >= gists.Length)
        {
            return null;
        }

        var (from, to) = (gists[given.Gap.Start - 1].To, gists[given.Gap.End].From);
        var commas = Enumerable.Range(from, to - from).Where(at => tokens.Is(at, ',')).ToImmutableArray();
        return commas.Length == 1 && IsWithin(given, from) && IsWithin(given, to - 1) && !IsJoined(given, to - 1) && !IsJoined(given, to)
            ? $"it leaves out \"{given.Words}\", which joins two statements" : null;
    }

    private static bool IsWithin(GapSide given, int at) => given.Statement.Tokens.Tokens[at].Kind != TokenKind.Sign;

    private static bool IsJoined(GapSide given, int at) => given.Statement.Tokens.IsAnyOf(at, given.Statement.Lexicon.ClauseStarts);
}
