using System.Collections.Immutable;
using Bot.Answering.Resources;

namespace Bot.Answering.Questions;

/// <summary>Makes sense of a question that goes on from the last turns, by words alone.</summary>
internal static class FollowUp
{
    /// <summary>What is asked before counts less than what is asked now.</summary>
    public const double ContextWeight = 0.5;

    private const int MostOwnTerms = 1;
    private const int MostNames = 2;
    private const int MostTermsBefore = 2;

    /// <summary>
    /// The question with the topic of the last turns when it points back at them, else as it stands: a new topic drops the old one.
    /// </summary>
    public static ReadQuestion Read(Question question, string language)
    {
        var read = QuestionReader.Read(question.Text, language);
        var before = question.History.LastOrDefault(turn => turn.Role == TurnRole.Reader && QuestionReader.Read(turn.Text, language).Kind is not (QuestionKind.Smalltalk or QuestionKind.Pressure));
        if (before is null || read.Kind is QuestionKind.Smalltalk or QuestionKind.AboutArticle)
        {
            return read;
        }

        if (read.Kind == QuestionKind.Pressure)
        {
            // Asked again, the same question has the same answer.
            return QuestionReader.Read(before.Text, language);
        }

        return PointsBack(read, QuestionWords.Of(language)) ? WithTopic(read, question, before, language) : read;
    }

    private static bool PointsBack(ReadQuestion read, QuestionWords words)
    {
        var asked = Phrases.Of(read.Text);
        return (read.Terms.Length <= MostOwnTerms && !(read.Kind == QuestionKind.Topic && !read.Terms.IsEmpty))
            || words.Continuations.Any(word => word.Contains(' ', StringComparison.Ordinal) && asked.Opens(word))
            || (IsElliptic(read, words) && read.Terms.All(term => term.IsName))
            || HasPronoun(read);
    }

    private static bool HasPronoun(ReadQuestion read) => Phrases.Of(BeforeOwnTopic(read)).HasAny(QuestionWords.Of(read.Language).Pronouns);

    // A pronoun after a name, or after much else, may mean that: "Did Trump say that he would go?", "When rock folds deep under water, what is it called?"
    private static string BeforeOwnTopic(ReadQuestion read) =>
        read.Terms.Where((term, at) => term.IsName || at == MostTermsBefore).Select(term => read.Text[..term.Span.Start]).FirstOrDefault(read.Text);

    private static ReadQuestion WithTopic(ReadQuestion read, Question question, Turn before, string language)
    {
        var earlier = QuestionReader.Read(before.Text, language);

        // Read once: each turn leads back to the one before it.
        var resolved = new Lazy<ReadQuestion>(() => Read(new Question(before.Text) { History = question.History[..question.History.LastIndexOf(before)] }, language));
        var whole = $"{read.Text} {string.Join(' ', Topic(read, earlier, resolved, question, language))}";
        var together = QuestionReader.Read(whole, language);
        ImmutableArray<QuestionTerm> terms = [.. read.Terms, .. together.Terms.Where(term => term.Span.Start >= read.Text.Length).Select(term => term with { Weight = ContextWeight })];
        var followed = read with { Text = whole, Terms = terms };
        if (IsElliptic(read, QuestionWords.Of(language)) && resolved.Value is { Kind: not (QuestionKind.Summary or QuestionKind.AboutArticle) } asked)
        {
            return followed with { Kind = asked.Kind, Type = asked.Type, Measured = asked.Measured, Measuring = terms.RemoveAll(term => !asked.Measuring.Any(by => by.Text == term.Text)) };
        }

        // Only the topic tells that "what did she say?" asks what somebody said.
        return together.Kind == QuestionKind.Speech && Phrases.Of(read.Text).HasAny(QuestionWords.Of(language).Speech) ? followed with { Kind = QuestionKind.Speech }
            : followed with { Type = read.Terms.IsEmpty && read.Type == AnswerType.Thing ? earlier.Type : read.Type };
    }

    // "And the judge?", "what about Iraq?": the rest is asked as before.
    private static bool IsElliptic(ReadQuestion read, QuestionWords words)
    {
        var asked = Phrases.Of(read.Text);
        var opening = words.Continuations.Where(word => !words.Types.Any(type => type.Phrase == word) && asked.Opens(word)).MaxBy(word => word.Length);
        return opening is not null && !read.Terms.IsEmpty && read.Kind == QuestionKind.Fact
            && new Phrases(asked.Text[opening.Length..].TrimStart()) is var rest && !words.Types.Any(type => rest.Has(type.Phrase)) && !words.YesNo.Any(rest.Opens);
    }

    private static IEnumerable<string> Topic(ReadQuestion read, ReadQuestion earlier, Lazy<ReadQuestion> resolved, Question question, string language)
    {
        string[] answered = Answered(earlier, resolved, question, language);
        if (PronounGender.Of(read.Text, language) is not { } gender)
        {
            return earlier.Terms.Select(term => term.Span.In(earlier.Text)).Concat(answered);
        }

        // "What did she say?" is about no man; of whom it is about the last answer may tell, and of two who it may be about none is a place.
        string[] others = [.. PronounGender.Names($"{earlier.Text}\n{string.Join('\n', answered)}", language).Where(name => PronounGender.OfName(name, language) is { } known && known != gender)];
        string[] certain = [.. answered.Where((name, at) => PronounGender.OfName(name, language) == gender || (at > 0 && !name.Contains(' ', StringComparison.Ordinal) && PronounGender.OfName(answered[at - 1], language) == gender))];
        return earlier.Terms.Select(term => term.Span.In(earlier.Text)).Concat(certain.Length > 0 ? certain : answered).Where(topic => !others.Any(name => name.Contains(topic, StringComparison.Ordinal)))
            .Concat(others.Length == 0 ? [] : PronounGender.Names(Said(question), language).Where(name => PronounGender.OfName(name, language) == gender).Take(1));
    }

    // What was asked for by name is named by the answer, and so is what the question did not name; else its names are those of what stands beside.
    private static string[] Answered(ReadQuestion earlier, Lazy<ReadQuestion> resolved, Question question, string language)
    {
        var isUnnamed = !earlier.Terms.Any(term => term.IsName);
        if (!isUnnamed && (earlier.Type != AnswerType.Person || earlier.AsksWhoSomebodyIs))
        {
            return [];
        }

        // Whom "he" meant in "is he dead?" is meant again.
        if (isUnnamed && HasPronoun(earlier) && NamesOf(resolved.Value) is [_, ..] before)
        {
            return before;
        }

        var said = Said(question);
        return Wording.Opens(said, "NotStated", "NotStatedMany", "NothingFound", "NothingFoundMany") ? []
            : [.. PronounGender.Names(said, language).Take(MostNames)];
    }

    private static string Said(Question question) => question.History.LastOrDefault(turn => turn.Role == TurnRole.Bot)?.Text ?? "";

    private static string[] NamesOf(ReadQuestion read) => [.. read.Terms.Where(term => term.IsName).Select(term => term.Span.In(read.Text))];
}
