using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Questions;

/// <summary>Understands a question as far as words alone tell: what kind it is, what it wants, and which words carry it.</summary>
internal static class QuestionReader
{
    private const int MostNamingTerms = 4;

    private static readonly char[] Commas = [',', '،', '，', '、', ';'];

    private static readonly (string List, ArticleField Field)[] Fields =
    [
        ("author", ArticleField.Byline),
        ("updated", ArticleField.Updated),
        ("source", ArticleField.Source),
        ("published", ArticleField.Published),
        ("title", ArticleField.Title),
    ];

    /// <summary>Reads a question in a language.</summary>
    /// <param name="text">The question, standing alone.</param>
    /// <param name="language">A lower-case BCP 47 primary subtag.</param>
    public static ReadQuestion Read(string text, string language)
    {
        var words = QuestionWords.Of(language);
        var folded = Phrases.Of(text);
        if (folded.IsOneOf(words.Greetings) || folded.IsOneOf(words.Thanks) || folded.IsOneOf(words.Abilities) || folded.Text.Length == 0)
        {
            return new(text, language, QuestionKind.Smalltalk);
        }

        text = words.PhrasalVerbs.Plain(text);
        var asked = Phrases.Of(text).Without(words.Pressure);
        if (asked.Text != Phrases.Of(text).Text && Contents(asked.Text, language, words).IsEmpty)
        {
            return new(text, language, QuestionKind.Pressure);
        }

        var terms = asked.IsOneOf(words.OutlookAlone) ? [] : Contents(text, language, words);
        var question = new ReadQuestion(text, language, QuestionKind.Fact)
        {
            Type = TypeOf(text, words),
            Terms = terms,
            Focus = FocusOf(text, terms, words),
            OfPhoto = asked.HasAny(words.Photo),
        };
        if (words.Figures.Measures.FirstOrDefault(measure => measure.Phrase.All(asked.Has)) is { Phrase.IsDefault: false, Phrase: var phrase, Dimension: var dimension })
        {
            question = question with { Measured = dimension, Measuring = terms.RemoveAll(term => !phrase.SelectMany(part => part.Split(' ')).Contains(Phrases.Of(term.Span.In(text)).Text)) };
        }

        if (FieldOf(asked, language, words) is { } field)
        {
            return question with { Kind = QuestionKind.AboutArticle, Field = field };
        }

        return question with { Kind = KindOf(question, asked, words) };
    }

    private static QuestionKind KindOf(ReadQuestion question, Phrases asked, QuestionWords words)
    {
        if (asked.IsOneOf(words.SummaryAlone) || AsksForSummary(asked, question.Language, words))
        {
            return QuestionKind.Summary;
        }

        if (words.Topics.Any(asked.Opens))
        {
            return question.Terms.IsEmpty && asked.HasAny(words.Article) ? QuestionKind.Summary : QuestionKind.Topic;
        }

        if (asked.IsOneOf(words.OutlookAlone) || words.Outlook.Any(asked.Opens))
        {
            return QuestionKind.Outlook;
        }

        if (question.Type == AnswerType.Thing && asked.HasAny(words.Speech) && question.Terms.Any(term => term.IsName || !term.IsNumber))
        {
            return QuestionKind.Speech;
        }

        if (words.YesNo.Any(asked.Opens))
        {
            return QuestionKind.YesNo;
        }

        return words.Several.Any(asked.Opens) ? QuestionKind.List : QuestionKind.Fact;
    }

    // What else it says may name the article, no more.
    private static bool AsksForSummary(Phrases asked, string language, QuestionWords words) =>
        asked.HasAny(words.Summary) && Contents(asked.Without(words.Summary.Concat(words.Article)).Text, language, words).Length <= MostNamingTerms;

    // "When rock folds upwards, what is it called?": the question may stand in the last clause.
    private static AnswerType TypeOf(string text, QuestionWords words)
    {
        var asked = Phrases.Of(text);
        return Opening(Phrases.Of(text.Split(Commas)[^1]), words) ?? Opening(asked, words) ?? Inside(asked, words);
    }

    // The words that follow the question word at once: "which weapons", not "what did the weapons".
    private static ImmutableArray<QuestionTerm> FocusOf(string text, ImmutableArray<QuestionTerm> terms, QuestionWords words)
    {
        var asked = Phrases.Of(text);
        var phrases = words.Types.Select(entry => entry.Phrase).ToArray();
        var phrase = phrases.FirstOrDefault(asked.Opens) ?? phrases.FirstOrDefault(asked.Has);
        var end = phrase is null ? -1 : text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) + phrase.Length;
        var focus = ImmutableArray.CreateBuilder<QuestionTerm>();
        foreach (var term in terms.Where(term => phrase is not null && term.Span.Start == end + 1))
        {
            focus.Add(term);
            end = term.Span.End;
        }

        focus.RemoveAll(term => term.IsName);
        return focus.ToImmutable();
    }

    private static AnswerType? Opening(Phrases clause, QuestionWords words)
    {
        var found = words.Types.FirstOrDefault(entry => clause.Opens(entry.Phrase));
        return found.Phrase is null ? null : found.Type;
    }

    private static AnswerType Inside(Phrases asked, QuestionWords words) => words.Types.FirstOrDefault(entry => asked.Has(entry.Phrase)).Type;

    private static ArticleField? FieldOf(Phrases asked, string language, QuestionWords words)
    {
        foreach (var (list, field) in Fields)
        {
            var phrases = words.Field(list);
            if (!asked.HasAny(phrases))
            {
                continue;
            }

            var pointed = asked.HasAny(words.Article) || words.Pronouns.Contains(asked.Words[^1]) || asked.Without(phrases).HasAny(words.Pronouns)
                || Fields.Any(other => asked.IsOneOf(words.Field(other.List)));
            if (pointed && (Contents(asked.Without(phrases.Concat(words.Article)).Text, language, words).IsEmpty || NamesArticle(asked, phrases, language, words)))
            {
                return field;
            }
        }

        return null;
    }

    // "Who wrote the article about the bridge?": what else is said comes after "article about" and says which one.
    private static bool NamesArticle(Phrases asked, IEnumerable<string> phrases, string language, QuestionWords words) =>
        words.Article.Where(asked.Has)
            .Select(word => (Word: word, At: asked.Text.IndexOf(word, StringComparison.Ordinal)))
            .Select(place => (Before: new Phrases(asked.Text[..place.At].TrimEnd()), After: new Phrases(asked.Text[(place.At + place.Word.Length)..].TrimStart())))
            .Any(parts => words.About.Any(parts.After.Opens) && Contents(parts.Before.Without(phrases).Text, language, words).IsEmpty);

    private static ImmutableArray<QuestionTerm> Contents(string text, string language, QuestionWords words)
    {
        var facts = FactReader.Read(text, language);
        var asking = Asking(Phrases.Of(text), words).SelectMany(phrase => phrase.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var written = TextAnalysis.Terms(Blank(text, language, words), language);
        var telling = written.RemoveAll(term => Phrases.Of(term.Span.In(text)).Text is var word && (words.Function.Contains(word) || asking.Contains(word)));

        // "What did the US do?" asks of the US, "which US state" hardly does.
        if (telling.IsEmpty || Phrases.Of(text).HasAny(words.Speech))
        {
            telling = written.RemoveAll(term => !telling.Contains(term) && !IsAcronym(term.Span, text));
        }

        return
        [
            .. telling
                .Select(term => new QuestionTerm(term.Text, term.Span, Is(term, FactKind.Name), Is(term, FactKind.Number) || Is(term, FactKind.Date)))
                .DistinctBy(term => term.Text),
        ];

        bool Is(Term term, FactKind kind) => facts.Any(fact => fact.Kind == kind && fact.Span.Overlaps(term.Span));
    }

    // "US" is no "us", unless all is written so.
    private static bool IsAcronym(TextSpan word, string text) =>
        word.Start > 0 && word.Length > 1 && word.In(text).All(char.IsUpper) && text.Any(char.IsLower);

    // "Know" says nothing of what is known, nor "next" of what comes.
    private static IEnumerable<string> Asking(Phrases asked, QuestionWords words) =>
        words.Pressure.Where(asked.Has).Concat(words.Topics.Concat(words.Outlook).Where(asked.Opens));

    // Without spaces, bigrams would straddle a question word and its neighbour: such words are blanked before analysis.
    private static string Blank(string text, string language, QuestionWords words) => language is "zh" or "ja" or "ko"
        ? words.Function.OrderByDescending(word => word.Length)
            .Aggregate(text, (rest, word) => rest.Replace(word, new string(' ', word.Length), StringComparison.Ordinal))
        : text;
}
