using System.Globalization;
using Bot.Answering;
using Bot.Answering.Contract;
using Bot.Answering.Tracing;
using Bot.Cli.Contract;
using Bot.Knowledge.Search;

namespace Bot.Cli.Terminal;

/// <summary>Shows what led to an answer, then the answer.</summary>
internal sealed class TraceView(Screen screen)
{
    private const int ShownHits = 10;
    private const int Indent = 4;

    private static readonly string[] HitColumns = ["passage", "score", "sentence", "window", "paragraph", "heading", "title", "words"];
    private static readonly string[] SignalColumns = ["name", "value"];
    private static readonly string[] VerdictColumns = ["verdict", "sentence", "reason"];

    public void Show(AnsweredQuestion asked)
    {
        var (answer, trace) = asked;
        Field("searched for", trace.Standalone);
        Field("kind", trace.Kind);
        Field("outcome", string.Create(CultureInfo.InvariantCulture, $"{AnswerLine.OutcomeOf(answer)}, confidence {answer.Confidence:0.00}"));
        Field("engine", answer.Making.Engine);
        if (answer.Making.DegradedReason is { } reason)
        {
            Field("without the model because", reason);
        }

        ShowHits(trace);
        ShowSignals(trace);
        ShowText("Prompt", trace.RenderedPrompt);
        ShowText("Composed", trace.RawText);
        ShowVerdicts(trace);
        Title("Answer");
        new AnswerView(screen).Show(answer);
    }

    private void ShowHits(AnswerTrace trace)
    {
        Title(string.Create(CultureInfo.InvariantCulture, $"Found ({Math.Min(ShownHits, trace.Hits.Length)} of {trace.Hits.Length} sentences)"));
        screen.Rows(HitColumns, trace.Hits.Take(ShownHits).Select(Row));
    }

    private void ShowSignals(AnswerTrace trace)
    {
        if (trace.Signals.IsEmpty)
        {
            return;
        }

        Title("Signals");
        screen.Rows(SignalColumns, trace.Signals.Select(signal => new[] { signal.Key, signal.Value.ToString("0.000", CultureInfo.InvariantCulture) }));
    }

    private void ShowText(string title, string? text)
    {
        if (text is not null)
        {
            Title(title);
            screen.Indented(Indent, text);
        }
    }

    private void ShowVerdicts(AnswerTrace trace)
    {
        if (trace.Verdicts.IsEmpty)
        {
            return;
        }

        Title("Claim check");
        screen.Rows(VerdictColumns, trace.Verdicts.Select(verdict => new[] { VerdictLine.Of(verdict).Outcome.Replace('_', ' '), verdict.Sentence, verdict.Reason }));
    }

    private void Title(string title)
    {
        screen.Blank();
        screen.Line(Piece.Heading(title));
    }

    private void Field(string name, string value) => screen.Line(Piece.Dim($"{name}: "), value);

    private static string[] Row(SearchHit hit) =>
    [
        hit.Passage.Id.ToString(),
        Figure(hit.Score),
        Figure(hit.Parts.Sentence),
        Figure(hit.Parts.Window),
        Figure(hit.Parts.Paragraph),
        Figure(hit.Parts.Heading),
        Figure(hit.Parts.Title),
        hit.Text,
    ];

    private static string Figure(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
