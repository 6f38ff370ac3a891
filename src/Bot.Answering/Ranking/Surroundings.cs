using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bot.Answering.Facts;
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

    // A passage never changes; what is asked about often is read once, and forgotten with its article.
    private static readonly ConditionalWeakTable<Passage, Surroundings> Known = [];

    private readonly Passage _passage;
    private readonly TermMatch _own;
    private readonly TermMatch _neighbours;

    // Filled as asked for.
    private readonly (TermMatch Words, ImmutableArray<Fact> Facts)?[] _sentences;

    private Surroundings(Passage passage, KnowledgeSnapshot snapshot)
    {
        _passage = passage;
        _own = new(string.Join('\n', passage.Text, passage.Heading, passage.TableHeader, passage.Article.Title), passage.Article.Language);
        _neighbours = new(string.Join('\n', Neighbours(passage, snapshot)), passage.Article.Language);
        _sentences = new (TermMatch, ImmutableArray<Fact>)?[passage.Sentences.Length];
    }

    /// <summary>What is around a passage's sentences.</summary>
    /// <param name="passage">The passage.</param>
    /// <param name="snapshot">Has its neighbours.</param>
    public static Surroundings Of(Passage passage, KnowledgeSnapshot snapshot) =>
        Known.TryGetValue(passage, out var known) ? known : Known.GetValue(passage, read => new Surroundings(read, snapshot));

    /// <summary>The words of one of the passage's sentences, and the facts it states.</summary>
    public (TermMatch Words, ImmutableArray<Fact> Facts) Sentence(int index)
    {
        lock (_sentences)
        {
            return _sentences[index] ??= Read(_passage.Sentence(index), _passage.Article.Language);
        }
    }

    /// <summary>How well a question's word is found around the sentence, 0 to 1.</summary>
    public double Of(QuestionTerm term) =>
        Math.Max(_own.Of(term.Text), (term.IsName ? NeighbouringName : NeighbouringWord) * _neighbours.Of(term.Text));

    private static (TermMatch Words, ImmutableArray<Fact> Facts) Read(string sentence, string language) => (new(sentence, language), FactReader.Read(sentence, language));

    private static IEnumerable<string> Neighbours(Passage passage, KnowledgeSnapshot snapshot)
    {
        var passages = snapshot.Articles[passage.Article.Slug].Passages;
        var at = passage.Id.Ordinal - 1;
        return new[] { at - 1, at + 1 }.Where(near => near >= 0 && near < passages.Length).Select(near => passages[near].Text);
    }
}
