using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Replies;
using Bot.Knowledge.Serving;

namespace Bot.Answering.Replies;

/// <summary>Answers with what editors wrote for a class of question, before anything is searched.</summary>
/// <param name="book">The fixed replies.</param>
internal sealed class FixedReplies(ReplyBook book)
{
    /// <summary>The replies as they are now.</summary>
    public ImmutableArray<FixedReply> Current => book.Current;

    /// <summary>The reply that the question's words call for, the first of several; <see langword="null"/> when none does.</summary>
    /// <param name="replies">The replies.</param>
    /// <param name="question">The question.</param>
    /// <param name="language">The reader's language: the reply is in it when they chose it or the phrase is in it, else in the phrase's, else in the first it has.</param>
    public static AnsweredQuestion? Answer(ImmutableArray<FixedReply> replies, Question question, string language)
    {
        if (replies.IsEmpty)
        {
            return null;
        }

        var asked = Phrases.Of(question.Text);
        foreach (var reply in replies)
        {
            string[] called = [.. reply.Phrases.Where(phrases => asked.HasAny(Folded(phrases.Value))).Select(phrases => phrases.Key)];
            if (called.Length > 0)
            {
                var wanted = question.Locale is not null || called.Contains(language) ? called.Prepend(language) : called.Append(language);
                var chosen = wanted.Concat(reply.Texts.Keys).First(reply.Texts.ContainsKey);
                return new(Say(reply.Texts[chosen]), new AnswerTrace { Standalone = question.Text, Kind = $"Reply {reply.Name}" });
            }
        }

        return null;
    }

    // A phrase of nothing but marks would stand in every question.
    private static IEnumerable<string> Folded(ImmutableArray<string> phrases) => phrases.Select(phrase => Phrases.Of(phrase).Text).Where(phrase => phrase.Length > 0);

    private static Answer.Answered Say(IndexedArticle text)
    {
        var sentences = text.Passages.SelectMany(passage => passage.Sentences.Select(span => (Passage: passage, Span: span)));
        ImmutableArray<Claim> claims = [.. sentences.Select((sentence, at) => ClaimOf(sentence.Passage, sentence.Span, at + 1))];
        return new()
        {
            Text = string.Join('\n', claims.Select((claim, at) => $"{claim.Text} [{at + 1}]")),
            Language = text.Article.Language,
            Confidence = 1,
            Making = new(Making.Extractive),
            Claims = claims,
        };
    }

    private static Claim ClaimOf(Passage passage, Knowledge.Articles.TextSpan span, int number) =>
        new(span.In(passage.Article.Text), [Citation.Of(passage, span) with { Number = number }]);
}
