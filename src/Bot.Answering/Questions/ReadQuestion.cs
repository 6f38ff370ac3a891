using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Questions;

/// <summary>A question as Bot understands it.</summary>
/// <param name="Text">What is asked, without a greeting before it or pressure around it.</param>
/// <param name="Language">The language it is read in.</param>
/// <param name="Kind">What kind of answer it wants.</param>
internal sealed record ReadQuestion(string Text, string Language, QuestionKind Kind)
{
    /// <summary>What the short answer would be.</summary>
    public AnswerType Type { get; init; } = AnswerType.Thing;

    /// <summary>The front matter field that a question about the article asks for.</summary>
    public ArticleField? Field { get; init; }

    /// <summary>Its words that carry content, in order, each once.</summary>
    public ImmutableArray<QuestionTerm> Terms { get; init; } = [];

    /// <summary>What is asked for by name: "weapons" in "which weapons", "square" and "kilometres" in "how many square kilometres".</summary>
    public ImmutableArray<QuestionTerm> Focus { get; init; } = [];

    /// <summary>What it wants measured, if anything.</summary>
    public Dimension Measured { get; init; }

    /// <summary>The words by which it says so, "old" in "how old": an answer has a number in their place.</summary>
    public ImmutableArray<QuestionTerm> Measuring { get; init; } = [];

    /// <summary>The moment from which an article must be to answer it; <see langword="null"/> for any.</summary>
    public DateTimeOffset? PublishedFrom { get; init; }

    /// <summary>The words of the articles that were put in place of mistyped ones.</summary>
    public ImmutableArray<string> Corrections { get; init; } = [];

    /// <summary>Whether it asks about a photo: only then may a caption answer first.</summary>
    public bool OfPhoto { get; init; }

    /// <summary>Its words that carry content, as they are written.</summary>
    public string Topic => string.Join(' ', Terms.Select(term => term.Span.In(Text)));

    /// <summary>Whether it says itself what it is about, and does not leave that to the turns before.</summary>
    public bool NamesTopic => Terms.Any(term => term.IsOwn);

    /// <summary>Whether it has a name and wants the rest: "who is William Roebuck?", "what do we know about him?"</summary>
    public bool AsksWhoSomebodyIs => (Type == AnswerType.Person || Kind == QuestionKind.Topic) && !Terms.IsEmpty && Terms.All(term => term.IsName);

    /// <summary>Whether it asks for the words of those it names, and for no more: "what did Bali say?" and "what did he say?", not "what did Bali say about it?"</summary>
    public bool WantsSpeaker =>
        Kind == QuestionKind.Speech && Terms.Any(term => term.IsName || term.IsOwn) && Terms.All(term => term.IsName || !term.IsOwn) && !Phrases.Of(Text).HasAny(QuestionWords.Of(Language).About);

    /// <summary>Whether a word is one of <see cref="Terms"/>.</summary>
    public bool Asks(string term)
    {
        foreach (var asked in Terms)
        {
            if (asked.Text == term)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A content word of a question.</summary>
/// <param name="Text">Its analysed form.</param>
/// <param name="Span">Where it stands in <see cref="ReadQuestion.Text"/>.</param>
/// <param name="IsName">Whether it is part of a proper name.</param>
/// <param name="IsNumber">Whether it is a number or a date.</param>
internal readonly record struct QuestionTerm(string Text, TextSpan Span, bool IsName, bool IsNumber)
{
    /// <summary>1 for a word of the question itself, less for one of the turns before it.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Whether the question itself has it, and not a turn before.</summary>
    public bool IsOwn => Weight >= 1;
}
