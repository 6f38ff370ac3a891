using System.Collections.Immutable;
using System.Globalization;
using Bot.Evaluation.Sets;
using Bot.Knowledge.Serving;

namespace Bot.Evaluation.Claims;

/// <summary>Makes claims of a set's articles, the same ones each time for the same seed.</summary>
/// <param name="seed">Decides which.</param>
/// <param name="half">Of which articles.</param>
internal sealed class ClaimMaker(int seed, ArticleHalf half)
{
    /// <summary>How many claims of one kind are made of one set in one language.</summary>
    public const int Most = 150;

    /// <summary>What is taken over word by word.</summary>
    public const string AsItStands = "as it stands";

    private readonly Dictionary<string, RuleBook?> _books = new(StringComparer.Ordinal);

    public ImmutableArray<NoisyClaim> Make(QuestionSet set, IEnumerable<IndexedArticle> articles)
    {
        var sentences = articles.Where(article => Halves.Of(article.Article.Slug) == half).OrderBy(article => article.Article.Slug, StringComparer.Ordinal)
            .SelectMany(article => SourceSentences.Of(article, set)).ToImmutableArray();
        return
        [
            .. from language in sentences.GroupBy(sentence => sentence.Article.Language).OrderBy(language => language.Key, StringComparer.Ordinal)
               from kind in Make([.. language], Book(language.Key)).GroupBy(claim => (claim.Kind, claim.IsFaithful))
               from claim in kind.DistinctBy(claim => claim.Text).OrderBy(claim => Place(claim.Text)).Take(Most)
               select claim,
        ];
    }

    private IEnumerable<NoisyClaim> Make(ImmutableArray<SourceSentence> sentences, RuleBook? book)
    {
        foreach (var sentence in sentences.Where(sentence => sentence.IsEvidence))
        {
            yield return new(AsItStands, IsFaithful: true, sentence.Text, sentence);
        }

        if (book is null)
        {
            yield break;
        }

        string[] strangers = [.. sentences.Select(sentence => sentence.Text)];
        var (faithful, corrupting) = (book.Rules.Where(rule => rule.IsFaithful).ToArray(), book.Rules.Where(rule => !rule.IsFaithful).ToArray());
        foreach (var sentence in sentences)
        {
            var reworded = faithful.SelectMany(rule => Apply(rule, sentence)).ToArray();
            foreach (var claim in reworded.Concat(corrupting.SelectMany(rule => Corrupted(rule, sentence, reworded))))
            {
                yield return claim;
            }
        }

        IEnumerable<NoisyClaim> Apply(NoiseRule rule, SourceSentence sentence) =>
            Noise.Apply(rule, sentence, book, strangers, new Random((int)Place($"{rule.Find} {sentence.Text}"))) is { } made
                ? [new(rule.Kind, rule.IsFaithful, made, sentence)] : [];

        // Every other corruption is made of the sentence in other words, where there are some.
        IEnumerable<NoisyClaim> Corrupted(NoiseRule rule, SourceSentence sentence, NoisyClaim[] reworded) =>
            reworded.Length > 0 && Place($"{rule.Put} {sentence.Text}") is var place && place % 2 == 0
                ? Apply(rule, sentence with { Text = reworded[place / 2 % reworded.Length].Text }).Select(claim => claim with { IsReworded = true })
                : Apply(rule, sentence);
    }

    private RuleBook? Book(string language)
    {
        if (!_books.TryGetValue(language, out var book))
        {
            _books[language] = book = RuleBook.For(language);
        }

        return book;
    }

    private uint Place(string text) => StableHash.Of(string.Create(CultureInfo.InvariantCulture, $"{seed} {text}"));
}
