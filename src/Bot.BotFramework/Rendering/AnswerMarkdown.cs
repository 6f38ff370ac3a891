using System.Collections.Immutable;
using System.Globalization;
using Bot.Answering.Answers;
using Bot.Answering.Resources;
using Bot.BotFramework.Resources;
using Bot.Conversations.Channels;

namespace Bot.BotFramework.Rendering;

/// <summary>An answer's words as markdown paragraphs, and what did not fit. The same words and numbers in every form.</summary>
internal sealed class AnswerMarkdown
{
    private readonly Answer _answer;
    private readonly int _limit;
    private readonly List<string> _paragraphs = [];

    private AnswerMarkdown(Answer answer, int limit) => (_answer, _limit) = (answer, limit);

    /// <summary>The paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs => _paragraphs;

    /// <summary>The sentences that did not fit.</summary>
    public ImmutableArray<Claim> Rest { get; private set; } = [];

    /// <summary>The numbers that stand in the paragraphs.</summary>
    public HashSet<int> Numbers { get; } = [];

    public static AnswerMarkdown Of(Answer answer, int limit)
    {
        var markdown = new AnswerMarkdown(answer, limit);
        markdown.Write();
        return markdown;
    }

    private void Write()
    {
        if (_answer.Making.Degraded)
        {
            Add(Wording.Of("Quoting", _answer.Language));
        }

        switch (_answer)
        {
            case Answer.Answered answered:
                Write(answered);
                break;
            case Answer.Conflicting conflicting:
                Add(Wording.Of("Conflict", _answer.Language));
                _paragraphs.Add(string.Join('\n', Fitting(conflicting.Sides).Select(side => $"- {side}")));
                break;
            case Answer.NotStated notStated:
                Add(_answer.Text);
                WriteClosest(notStated.Closest);
                break;
            default:
                Add(_answer.Text);
                break;
        }

        if (_answer is Answer.Answered or Answer.Conflicting && _answer.Making.Engine == Making.Extractive)
        {
            _paragraphs.Add($"*{MarkdownText.Of(ChannelWords.Of("Quoted", _answer.Language))}*");
        }
    }

    private void Write(Answer.Answered answered)
    {
        if (answered.Short is { } words && PlainText.Of(words, AnswerShape.Piece) is { Length: > 0 } shown)
        {
            _paragraphs.Add($"**{MarkdownText.Of(shown)}**");
        }

        if (!answered.Sure)
        {
            Add(Wording.Of("Unsure", _answer.Language));
        }

        _paragraphs.Add(string.Join(' ', Fitting(answered.Claims)));
    }

    private void WriteClosest(ImmutableArray<Closest> closest)
    {
        if (closest.IsEmpty)
        {
            return;
        }

        Add(Wording.Of("ClosestLead", _answer.Language));
        _paragraphs.Add(string.Join('\n', closest.Select(near =>
            $"- “{MarkdownText.Of(PlainText.Of(near.Citation.Quote, AnswerShape.Abstract))}” ({MarkdownText.Of(PlainText.Of(near.Citation.Article.Title, AnswerShape.Name))})")));
    }

    private List<string> Fitting(ImmutableArray<Claim> claims)
    {
        var fitting = new List<string>();
        var left = _limit;
        foreach (var claim in claims)
        {
            var sentence = $"{Sentence(claim, left)} {Marks(claim)}";
            if (sentence.Length > left && fitting.Count > 0)
            {
                break;
            }

            left -= sentence.Length;
            Numbers.UnionWith(claim.Citations.Select(citation => citation.Number));
            fitting.Add(sentence);
        }

        Rest = claims[fitting.Count..];
        return fitting;
    }

    // The first sentence is always shown, and were it cut.
    private string Sentence(Claim claim, int left) =>
        Whole(claim) is { Length: > 0 } whole && (whole.Length <= left || left < _limit)
            ? whole
            : MarkdownText.Of(PlainText.Of(claim.Text, _limit / 6)) is { Length: > 0 } cut ? cut : "…";

    private string Whole(Claim claim) => _answer is Answer.Answered answered && ReferenceEquals(claim, answered.Claims[0]) && Highlighted.In(answered) is { } first
        ? $"{MarkdownText.Of(first.Before)}{Gap(first.Before, ^1)}**{MarkdownText.Of(first.Words)}**{Gap(first.After, 0)}{MarkdownText.Of(first.After)}"
        : MarkdownText.Of(claim.Text);

    private static string Gap(string text, Index at) => text.Length > 0 && char.IsWhiteSpace(text[at]) ? " " : "";

    // Parted by spaces: "[1][2]" would be one link.
    private static string Marks(Claim claim) =>
        string.Join(' ', claim.Citations.Select(citation => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]")));

    private void Add(string words) => _paragraphs.Add(MarkdownText.Of(PlainText.Of(words, AnswerShape.Piece)));
}
