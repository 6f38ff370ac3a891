using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Questions;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Ranking;

/// <summary>A sentence that a question is put to.</summary>
/// <param name="Question">The question.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Words">Its words as analysed.</param>
/// <param name="Facts">What it states.</param>
internal readonly record struct AskedSentence(ReadQuestion Question, string Text, TermMatch Words, ImmutableArray<Fact> Facts)
{
    /// <summary>How the question's language asks.</summary>
    public QuestionWords Asking => QuestionWords.Of(Question.Language);

    /// <summary>Its names.</summary>
    public IEnumerable<Fact> Names => Facts.Where(fact => fact.Kind == FactKind.Name);

    /// <summary>Whether a fact is none of the question's own.</summary>
    public bool IsNew(Fact fact) => AnswerTypeFit.IsNew(fact, Words, Question);

    /// <summary>What the word right before others does, determiners aside; <see cref="WordRole.Content"/> where there is none.</summary>
    public WordRole RoleBefore(TextSpan words) => AnswerTypeFit.RoleBefore(words, Text, Question.Language);

    /// <summary>Whether words stand right behind one that places: "in Iraq", "at the Corn Exchange".</summary>
    public bool IsPlaced(TextSpan words) => RoleBefore(words) == WordRole.Placing;
}
