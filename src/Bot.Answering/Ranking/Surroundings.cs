using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Ranking;

/// <summary>What a reader of a sentence also sees: its passage with heading and title, and the passages before and after it.</summary>
internal sealed class Surroundings
{
    // What stands in another passage may be about something else; a name goes on from one to the next more often than a deed does.
    private const double NeighbouringName = 0.8;
    private const double NeighbouringWord = 0.4;

    // Some 3 KB each.
    private const int MostKnown = 10_000;

    private static readonly ReadOnce<Passage, Surroundings> Known = new(MostKnown, passage => new(passage));

    private readonly Passage _passage;
    private readonly TermSet _text;

    // Filled as asked for.
    private readonly ReadSentence?[] _sentences;
    private Surroundings[]? _beside;

    private Surroundings(Passage passage)
    {
        _passage = passage;
        _text = new(passage.Text, passage.Article.Language);
        _sentences = new ReadSentence?[passage.Sentences.Length];
    }

    private TermSet Above => field ??= new(string.Join('\n', _passage.Heading, _passage.TableHeader, _passage.Article.Title), _passage.Article.Language);

    /// <summary>What is around a passage's sentences.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="snapshot">Has its neighbours.</param>
    public static Surroundings Of(Passage passage, KnowledgeSnapshot snapshot)
    {
        var around = Known.Of(passage);
        around._beside ??= [.. Neighbours(passage, snapshot).Select(Known.Of)];
        return around;
    }

    /// <summary>One of the passage's sentences.</summary>
    public ReadSentence Sentence(int index) => _sentences[index] ??= new ReadSentence(_passage, index);

    /// <summary>How well a question's word is found around the sentence, 0 to 1.</summary>
    public double Of(QuestionTerm term)
    {
        var found = Math.Max(_text.Of(term.Text), Above.Of(term.Text));
        foreach (var neighbour in _beside ?? [])
        {
            found = Math.Max(found, (term.IsName ? NeighbouringName : NeighbouringWord) * neighbour._text.Of(term.Text));
        }

        return found;
    }

    private static IEnumerable<Passage> Neighbours(Passage passage, KnowledgeSnapshot snapshot)
    {
        var passages = snapshot.Articles[passage.Article.Slug].Passages;
        var at = passage.Id.Ordinal - 1;
        return new[] { at - 1, at + 1 }.Where(near => near >= 0 && near < passages.Length).Select(near => passages[near]);
    }
}
