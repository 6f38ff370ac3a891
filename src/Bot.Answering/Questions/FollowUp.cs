using System.Collections.Immutable;
using Bot.Answering.Facts;
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
            || HasPronoun(read);
    }

    private static bool HasPronoun(ReadQuestion read) => Phrases.Of(BeforeOwnTopic(read)).HasAny(QuestionWords.Of(read.Language).Pronouns);

    // A pronoun after a name, or after much else, may mean that: "Did Trump say that he would go?", "When rock folds deep under water, what is it called?"
    private static string BeforeOwnTopic(ReadQuestion read) =>
        read.Terms.Where((term, at) => term.IsName || at == MostTermsBefore).Select(term => read.Text[..term.Span.Start]).FirstOrDefault(read.Text);

    private static ReadQuestion WithTopic(ReadQuestion read, Question question, Turn before, string language)
    {
        var earlier = QuestionReader.Read(before.Text, language);
        var topic = earlier.Terms.Select(term => term.Span.In(earlier.Text)).Concat(Answered(earlier, question, before, language));
        var whole = $"{read.Text} {string.Join(' ', topic)}";
        var together = QuestionReader.Read(whole, language);
        ImmutableArray<QuestionTerm> terms = [.. read.Terms, .. together.Terms.Where(term => term.Span.Start >= read.Text.Length).Select(term => term with { Weight = ContextWeight })];
        var followed = read with { Text = whole, Terms = terms };

        // Only the topic tells that "what did she say?" asks what somebody said.
        return together.Kind == QuestionKind.Speech && Phrases.Of(read.Text).HasAny(QuestionWords.Of(language).Speech) ? followed with { Kind = QuestionKind.Speech }
            : followed with { Type = read.Terms.IsEmpty && read.Type == AnswerType.Thing ? earlier.Type : read.Type };
    }

    // What was asked for by name is named by the answer, and so is what the question did not name; else its names are those of what stands beside.
    private static string[] Answered(ReadQuestion earlier, Question question, Turn asked, string language)
    {
        var isUnnamed = !earlier.Terms.Any(term => term.IsName);
        if (!isUnnamed && (earlier.Type != AnswerType.Person || earlier.AsksWhoSomebodyIs))
        {
            return [];
        }

        // Whom "he" meant in "is he dead?" is meant again.
        if (isUnnamed && HasPronoun(earlier) && NamedIn(question, asked, language) is [_, ..] before)
        {
            return before;
        }

        var said = question.History.LastOrDefault(turn => turn.Role == TurnRole.Bot)?.Text ?? "";
        return Wording.Opens(said, "NotStated", "NotStatedMany", "NothingFound", "NothingFoundMany") ? []
            : [.. FactReader.Read(said, language).Where(fact => fact.Kind == FactKind.Name).Select(fact => fact.Span.In(said)).Distinct().Take(MostNames)];
    }

    private static string[] NamedIn(Question question, Turn asked, string language)
    {
        var read = Read(new Question(asked.Text) { History = question.History[..question.History.LastIndexOf(asked)] }, language);
        return [.. read.Terms.Where(term => term.IsName).Select(term => term.Span.In(read.Text))];
    }
}
