using Bot.Answering.Questions;
using Bot.Answering.Ranking;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Spans;

/// <summary>What somebody did something to: of "she studied physics at the University of Tarn" no university for what she studied.</summary>
internal static class DirectObject
{
    /// <summary>Whether words of a sentence may be what a question asks "what did they …?" of: nothing that is only placed, behind the deed.</summary>
    /// <param name="asked">The sentence.</param>
    /// <param name="span">Where the words stand in it.</param>
    public static bool MayBe(AskedSentence asked, TextSpan span) => DeedOf(asked.Question) is not { } deed || !asked.IsPlaced(span)
        || !asked.Words.Terms.Any(term => term.Span.End <= span.Start && asked.Words.Alike(deed, term.Text));

    // "What did she study?", not "what did she work on?"
    private static string? DeedOf(ReadQuestion question)
    {
        var words = QuestionWords.Of(question.Language);
        return question.Type == AnswerType.Thing && Phrases.Of(question.Text).Words is [var asking, var support, .., var last] && words.AskingWords.Contains(asking) && words.Supports.Contains(support)
            && question.Terms is [.., var deed] && Phrases.Of(deed.Span.In(question.Text)).Text == last ? deed.Text : null;
    }
}
