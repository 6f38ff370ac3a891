using System.Globalization;
using Bot.Answering;
using Bot.Answering.Tracing;
using Bot.Cli.Contract;

namespace Bot.Cli.Terminal;

/// <summary>Shows what led to an answer, then the answer.</summary>
internal sealed class TraceView(Screen screen)
{
    private const int ShownHits = 10;
    private const int Indent = 4;

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
        var grid = new Grid(screen, "passage", "score", "sentence", "window", "paragraph", "heading", "title", "words");
        foreach (var hit in trace.Hits.Take(ShownHits))
        {
            var parts = hit.Parts;
            grid.Add(
                hit.Passage.Id.ToString(), Figure(hit.Score), Figure(parts.Sentence), Figure(parts.Window), Figure(parts.Paragraph),
                Figure(parts.Heading), Figure(parts.Title), hit.Text);
        }

        grid.Show();
    }

    private void ShowSignals(AnswerTrace trace)
    {
        if (trace.Signals.IsEmpty)
        {
            return;
        }

        Title("Signals");
        var grid = new Grid(screen, "name", "value");
        foreach (var (name, value) in trace.Signals)
        {
            grid.Add(name, value.ToString("0.000", CultureInfo.InvariantCulture));
        }

        grid.Show();
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
        var grid = new Grid(screen, "verdict", "sentence", "reason");
        foreach (var verdict in trace.Verdicts)
        {
            grid.Add(VerdictLine.Of(verdict).Outcome.Replace('_', ' '), verdict.Sentence, verdict.Reason);
        }

        grid.Show();
    }

    private void Title(string title)
    {
        screen.Blank();
        screen.Line(Piece.Heading(title));
    }

    private void Field(string name, string value) => screen.Line(Piece.Dim($"{name}: "), value);

    private static string Figure(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
