using System.Collections.Immutable;
using System.Text;
using Bot.Knowledge.Languages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Questions;

/// <summary>Takes a word of a question that no article uses for a mistyped one, when an article uses one that is written almost alike.</summary>
internal static class TypingCorrection
{
    private const int ShortestWord = 4;
    private const int LongWord = 8;

    /// <summary>
    /// The question with the articles' words in place of those that they don't use; <see langword="null"/> when none comes near. A word that an
    /// article has, a name as well, is never taken for another.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="shelf">The articles asked.</param>
    public static ReadQuestion? Of(ReadQuestion question, Shelf shelf)
    {
        // Of a follow-up the words of the turns before were understood already.
        if (question.Language is "zh" or "ja" or "ko" or "th" || question.Terms.Any(term => !term.IsOwn))
        {
            return null;
        }

        var known = Synonyms.Of(question.Language);
        var asked = shelf.Query(question);
        var text = new StringBuilder(question.Text);
        var corrections = ImmutableArray.CreateBuilder<string>();
        foreach (var term in question.Terms.Where(term => !term.IsNumber && known.For(term.Text).Count == 0).OrderByDescending(term => term.Span.Start))
        {
            if (Nearest(term.Span.In(question.Text), term.Text, question.Language, shelf.Snapshot, asked) is { } word)
            {
                text.Remove(term.Span.Start, term.Span.Length).Insert(term.Span.Start, word);
                corrections.Insert(0, word);
            }
        }

        return corrections.Count == 0 ? null : QuestionReader.Read(text.ToString(), question.Language) with { Kind = question.Kind, PublishedFrom = question.PublishedFrom, Corrections = corrections.DrainToImmutable() };
    }

    // Nobody mistypes "owns" for "own" and asks with no word that says anything.
    private static string? Nearest(string written, string term, string language, KnowledgeSnapshot snapshot, PassageQuery asked)
    {
        var word = written.ToLowerInvariant();
        if (word.Length < ShortestWord || !word.All(char.IsLetter) || snapshot.Uses(word, term, asked))
        {
            return null;
        }

        var most = word.Length < LongWord ? 1 : 2;
        var nearest = snapshot.WrittenLike(word, most)
            .Select(known => (Word: known, Distance: EditDistance.Of(word, known, most)))
            .Where(known => known.Distance <= most && !TextAnalysis.Terms(known.Word, language).IsEmpty)
            .Select(known => (known.Word, known.Distance, Count: snapshot.CountWritten(known.Word, asked)))
            .Where(known => known.Count > 0)
            .OrderBy(known => known.Distance).ThenByDescending(known => known.Count).ThenBy(known => known.Word, StringComparer.Ordinal)
            .Select(known => known.Word).FirstOrDefault();
        return nearest is not null && char.IsUpper(written[0]) ? char.ToUpperInvariant(nearest[0]) + nearest[1..] : nearest;
    }
}
