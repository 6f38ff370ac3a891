using System.Collections.Immutable;
using Bot.Answering.Answers;
using Bot.Answering.Resources;
using Bot.Conversations.Channels;
using Bot.Discord.Resources;

namespace Bot.Discord.Rendering;

/// <summary>An answer as lines: what it says, how far to trust it, and its sources.</summary>
internal sealed class AnswerLines(Answer answer, Links links)
{
    private const int Piece = 1000;
    private const int ShortAnswer = 300;
    private const int Title = 80;
    private const int Quote = 300;
    private const int Suggestion = 100;
    private const int MostSuggestions = 3;

    private const string Nothing = "…";

    /// <summary>The lines.</summary>
    public static IEnumerable<Line> Of(Answer answer, Links links) => new AnswerLines(answer, links).All();

    /// <summary>Words that are no answer, a line a line.</summary>
    public static IEnumerable<Line> OfWords(string words) =>
        words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty("").Select(line => Line.Of("", Words(line)));

    /// <summary>Words, each of which may stand alone.</summary>
    public static IEnumerable<Token> Words(string text)
    {
        var words = PlainText.Words(text);
        return words.Length == 0
            ? [new(Nothing)]
            : words.SelectMany(word => DiscordText.Pieces(word, Piece).Select((piece, index) => new Token(piece) { Glued = index > 0 }));
    }

    /// <summary>A citation's number. It stays plain where there is no page to link to: the buttons below show the words.</summary>
    public static Token Marker(Citation citation, Links links) =>
        new(links.Of(citation) is { } address ? $"[[{citation.Number}]](<{address}>)" : $"[{citation.Number}]") { Number = citation.Number };

    private IEnumerable<Line> All()
    {
        if (answer.Making.Degraded)
        {
            yield return Small(Wording.Of("Quoting", answer.Language));
        }

        foreach (var line in Saying())
        {
            yield return line;
        }

        if (answer.Citations is { IsEmpty: false } citations)
        {
            if (answer.Making.Engine == Making.Extractive)
            {
                yield return Small(ChannelWords.Of("Quoted", answer.Language)) with { Apart = true };
            }

            yield return new Line("", [[Bold(Wording.Of("Sources", answer.Language))]]) { Apart = true };
            foreach (var citation in citations)
            {
                yield return Source(citation);
            }
        }

        if (Suggestions() is { Length: > 0 } suggestions)
        {
            yield return Small($"{Wording.Of("AskInstead", answer.Language)}: {string.Join(" · ", suggestions)}") with { Apart = true };
        }
    }

    private IEnumerable<Line> Saying() => answer switch
    {
        Answer.Answered answered => Saying(answered),
        Answer.Conflicting conflicting => [Line.Of("", Words(Wording.Of("Conflict", answer.Language))), .. conflicting.Sides.Select(side => new Line(Line.Bullet, [Sentence(side)]))],
        Answer.NotStated { Closest: { IsEmpty: false } closest } => [.. OfWords(answer.Text), Line.Of("", Words(Wording.Of("ClosestLead", answer.Language))) with { Apart = true }, .. closest.Select(Near)],
        _ => OfWords(answer.Text),
    };

    private IEnumerable<Line> Saying(Answer.Answered answered)
    {
        if (answered.Sure && answered.Short is { } words && PlainText.Of(words, ShortAnswer) is { Length: > 0 } shown)
        {
            yield return new("", [[Bold(shown)]]);
        }

        if (!answered.Sure)
        {
            yield return Line.Of("", Words(Wording.Of("Unsure", answer.Language)));
        }

        yield return new("", [.. answered.Claims.Select((claim, at) => at == 0 && Highlighted.In(answered) is { Words.Length: <= ShortAnswer } first ? Sentence(claim, Words(first)) : Sentence(claim))]);
    }

    // Each word is bold by itself, since a message may end after any.
    private static IEnumerable<Token> Words(Highlighted first) =>
    [
        .. Around(first.Before),
        .. PlainText.Words(first.Words).Select((word, at) => new Token($"**{DiscordText.Word(word)}**") { Glued = at == 0 && IsGlued(first.Before, ^1) }),
        .. Around(first.After).Select((token, at) => at == 0 ? token with { Glued = IsGlued(first.After, 0) } : token),
    ];

    private static IEnumerable<Token> Around(string text) => string.IsNullOrWhiteSpace(text) ? [] : Words(text);

    private static bool IsGlued(string text, Index at) => text.Length > 0 && !char.IsWhiteSpace(text[at]);

    private IReadOnlyList<Token> Sentence(Claim claim) => Sentence(claim, Words(claim.Text));

    private IReadOnlyList<Token> Sentence(Claim claim, IEnumerable<Token> words) => [.. words, .. claim.Citations.Select(citation => Marker(citation, links))];

    private Line Near(Closest near) => Line.Of(Line.Bullet, Words($"“{PlainText.Of(near.Citation.Quote, Quote)}” ({ArticleLine.TitleOf(near.Citation.Article, Title)})"));

    private Line Source(Citation citation)
    {
        var dated = (citation.Article.Updated ?? citation.Article.Published) is { } date ? $"({ChannelWords.Date(date, answer.Language)}):" : "";
        return Line.Of(Line.Small, [Marker(citation, links), .. ArticleLine.Titled(citation.Article, Links.SourceOf(citation.Article)), .. Words($"{dated} “{PlainText.Of(citation.Quote, Quote)}”")]);
    }

    private ImmutableArray<string> Suggestions() =>
        [.. answer.Suggestions.Select(words => PlainText.Of(words, Suggestion)).Where(words => words.Length > 0).Take(MostSuggestions)];

    private static Line Small(string words) => Line.Of(Line.Small, Words(words));

    private static Token Bold(string words) => new($"**{DiscordText.Of(words)}**");
}
