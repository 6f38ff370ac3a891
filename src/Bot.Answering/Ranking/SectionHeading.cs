using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Ranking;

/// <summary>
/// Headings that ask what a reader asks: "Is it safe?", "Side effects". What stands right under such a one answers, in whatever words.
/// </summary>
/// <param name="question">The question.</param>
/// <param name="snapshot">Has the passages of its sections.</param>
internal sealed class SectionHeading(ReadQuestion question, KnowledgeSnapshot snapshot)
{
    private readonly Dictionary<(string Article, string Heading), bool> _known = [];

    /// <summary>Whether a sentence is the first under such a heading that has what is asked for; the next one too, where the first is no more than "No."</summary>
    /// <param name="hit">The sentence.</param>
    public bool Leads(SearchHit hit) => hit.Passage is { InnermostHeading: { } heading, Kind: PassageKind.Paragraph or PassageKind.List } && !question.Terms.IsEmpty
        && hit.SentenceIndex <= FirstOf(hit.Passage) && IsFirst(hit.Passage) && Asks(hit.Passage, heading);

    private static int FirstOf(Passage passage) => passage.Sentences.Length > 1 && Phrases.Of(passage.Sentence(0)).Words.Length == 1 ? 1 : 0;

    private bool IsFirst(Passage passage) =>
        passage.Id.Ordinal == 1 || snapshot.Articles[passage.Article.Slug].Passages[passage.Id.Ordinal - 2].Heading != passage.Heading;

    private bool Asks(Passage passage, string heading)
    {
        var key = (passage.Article.Slug, heading);
        return _known.TryGetValue(key, out var known) ? known : _known[key] = AsksThis(passage, QuestionReader.Read(LastOf(heading), passage.Article.Language));
    }

    // "You were a nurse. When did you start to write?"
    private static string LastOf(string heading) => heading[(heading.AsSpan(0, Math.Max(0, heading.TrimEnd().Length - 1)).LastIndexOfAny(".!?") + 1)..].TrimStart();

    // All that the heading says is asked, and all that is asked it says, or the title does: "it" is what the article is about.
    private bool AsksThis(Passage passage, ReadQuestion heading)
    {
        var (above, asked) = (new TermMatch(heading.Text, passage.Article.Language), new TermMatch(question.Text, question.Language));
        var title = new TermSet(passage.Article.Title, passage.Article.Language);
        return !heading.Terms.IsEmpty && AsksAlike(heading) && heading.Terms.All(term => asked.Of(term.Text) > 0)
            && question.Terms.All(term => above.Of(term.Text) > 0 || title.Of(term.Text) > 0
                || (term.IsName && passage.Article.Text.Contains(term.Span.In(question.Text), StringComparison.OrdinalIgnoreCase)));
    }

    // "Cost" asks for nothing else than "how much does it cost?"; "is it safe?" not why it is.
    private bool AsksAlike(ReadQuestion heading) => heading.Text.TrimEnd().EndsWith('?')
        ? heading.Type == question.Type || (IsSum(heading.Type) && IsSum(question.Type))
        : question.Type is not (AnswerType.Reason or AnswerType.Manner);

    private static bool IsSum(AnswerType type) => AnswerTypeFit.IsRequired(type) && type is not (AnswerType.Date or AnswerType.Duration);
}
