using System.Collections.Immutable;
using Bot.Knowledge.Languages;

namespace Bot.Answering.Ranking;

/// <summary>The analysed words of a stretch of text, and how well a question's word is among them.</summary>
internal sealed class TermMatch
{
    /// <summary>A synonym supports less than the word itself.</summary>
    public const double SynonymWeight = TermSet.SynonymWeight;

    private readonly TermSet _set;
    private readonly bool _compounds;

    /// <summary>The words of a text.</summary>
    public TermMatch(string text, string language)
    {
        Terms = TextAnalysis.Terms(text, language);
        (_set, _compounds) = (new(text, Terms.AsSpan(), language), Compound.AreWrittenAsOne(language));
    }

    /// <summary>The words in order.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <inheritdoc cref="TermSet.Of"/>
    public double Of(string term) => _set.Of(term);

    /// <inheritdoc cref="TermSet.Has"/>
    public bool Has(string term) => _set.Has(term);

    /// <summary>How near two words, or some that mean about the same, stand: 1 side by side, towards 0 farther apart; 0 when one is not there.</summary>
    public double Nearness(string left, string right)
    {
        if (_set.Of(left) == 0 || _set.Of(right) == 0)
        {
            return 0;
        }

        var (likeLeft, likeRight) = (_set.Like(left), _set.Like(right));
        int? lastLeft = null, lastRight = null, nearest = null;
        for (var at = 0; at < Terms.Length; at++)
        {
            var word = Terms[at].Text;
            lastLeft = word == left || likeLeft.Contains(word) ? at : lastLeft;
            lastRight = word == right || likeRight.Contains(word) ? at : lastRight;
            if (lastLeft is { } l && lastRight is { } r && (nearest is null || Math.Abs(l - r) < nearest))
            {
                nearest = Math.Abs(l - r);
            }
        }

        return nearest is { } apart ? 2.0 / (1 + Math.Max(1, apart)) : 0;
    }

    /// <summary>As <see cref="Of"/>, but a word that begins alike, or is part of a compound, counts too, by how alike it is and no more than a synonym.</summary>
    public double Akin(string term)
    {
        var akin = _set.Of(term);
        for (var at = 0; at < Terms.Length && akin < SynonymWeight; at++)
        {
            var word = Terms[at].Text;
            var alike = Math.Max(SharedBeginning.Of(term, word), _compounds ? Compound.Of(term, word) : 0);
            akin = Math.Max(akin, SynonymWeight * alike);
        }

        return akin;
    }

    /// <summary>Whether two words are the same or mean about the same.</summary>
    public bool Alike(string left, string right) => left == right || _set.Like(left).Contains(right);
}
