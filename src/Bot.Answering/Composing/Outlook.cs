using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Composing;

/// <summary>Finds the sentences that tell what is to come: no word of "what happens next?" stands in them.</summary>
internal static class Outlook
{
    /// <summary>How sure it is that such a sentence answers: that it tells of what comes is certain, that it is what was meant is not.</summary>
    public const double Confidence = 0.5;

    // A cue is enough; of what other sentences have as well it takes two.
    private const int OfCue = 2;
    private const int Least = 2;

    /// <summary>Those of some sentences that do, the most telling first; of equals the later one, for news says last what is to come.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="language">Their language.</param>
    public static IEnumerable<SearchHit> Of(IEnumerable<SearchHit> sentences, string language)
    {
        var words = QuestionWords.Of(language);
        return sentences.Where(hit => hit.Passage.Kind is PassageKind.Paragraph or PassageKind.List or PassageKind.Quote)
            .Select(hit => (Hit: hit, Tells: Telling(Phrases.Of(Unnamed(hit.Text, language)), words)))
            .Where(each => each.Tells >= Least)
            .OrderByDescending(each => each.Tells).ThenByDescending(each => each.Hit.Span.Start)
            .Select(each => each.Hit);
    }

    // "Will Smith" and "in May" look ahead to nothing.
    private static string Unnamed(string sentence, string language)
    {
        var signs = sentence.ToCharArray();
        foreach (var fact in FactReader.Read(sentence, language).Where(fact => fact.Kind is FactKind.Name or FactKind.Date))
        {
            signs.AsSpan(Whole(fact.Span.Start, sentence)..fact.Span.End).Fill(' ');
        }

        return new(signs);
    }

    // What a sentence begins with may look like a word and no part of the name behind it.
    private static int Whole(int start, string sentence) =>
        start > 1 && sentence.LastIndexOf(' ', start - 2) + 1 is var word && char.IsUpper(sentence[word]) ? word : start;

    private static int Telling(Phrases sentence, QuestionWords words) => (OfCue * words.OutlookCues.Count(sentence.Has)) + words.OutlookHints.Count(sentence.Has);
}
