using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Ranking;

/// <summary>What a reader of a sentence also sees: its passage with heading and title, and the passages before and after it.</summary>
/// <param name="passage">The sentence's passage.</param>
/// <param name="snapshot">Has its neighbours.</param>
internal sealed class Surroundings(Passage passage, KnowledgeSnapshot snapshot)
{
    // What stands in another passage may be about something else; a name goes on from one to the next more often than a deed does.
    private const double NeighbouringName = 0.8;
    private const double NeighbouringWord = 0.4;

    private readonly TermMatch _own = new(
        string.Join('\n', passage.Text, passage.Heading, passage.TableHeader, passage.Article.Title), passage.Article.Language);

    private readonly TermMatch _neighbours = new(string.Join('\n', Neighbours(passage, snapshot)), passage.Article.Language);

    /// <summary>How well a question's word is found around the sentence, 0 to 1.</summary>
    public double Of(QuestionTerm term) =>
        Math.Max(_own.Of(term.Text), (term.IsName ? NeighbouringName : NeighbouringWord) * _neighbours.Of(term.Text));

    private static IEnumerable<string> Neighbours(Passage passage, KnowledgeSnapshot snapshot)
    {
        var passages = snapshot.Articles[passage.Article.Slug].Passages;
        var at = passage.Id.Ordinal - 1;
        return new[] { at - 1, at + 1 }.Where(near => near >= 0 && near < passages.Length).Select(near => passages[near].Text);
    }
}
