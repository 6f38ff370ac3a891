using System.Diagnostics;
using System.Globalization;
using Bot.Answering.Tracing;

namespace Bot.Cli.Terminal;

/// <summary>Tells a person what is going on when it takes longer than a moment.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    public static async Task<T> ForAsync<T>(Screen screen, Surroundings surroundings, Func<IProgress<AnswerStage>?, Task<T>> work)
    {
        if (!screen.ShowsProgress)
        {
            return await work(null);
        }

        var stage = new LatestStage();
        var working = work(stage);
        if (await Task.WhenAny(working, Task.Delay(Moment, surroundings.Time)) == working)
        {
            return await working;
        }

        return await screen.WhileAsync(stage.Words, async show =>
        {
            stage.Show = show;
            return await working;
        });
    }

    private sealed class LatestStage : IProgress<AnswerStage>
    {
        public string Words { get; private set; } = "Reading the articles…";

        public Action<string>? Show { get; set; }

        public void Report(AnswerStage value)
        {
            Words = value switch
            {
                AnswerStage.Searched found => string.Create(CultureInfo.InvariantCulture, $"Found {found.Passages} passages in {found.Articles} articles…"),
                AnswerStage.Composed composed => string.Create(CultureInfo.InvariantCulture, $"Checking {composed.Sentences} sentences…"),
                AnswerStage.Checked => "Writing it down…",
                _ => throw new UnreachableException(),
            };
            Show?.Invoke(Words);
        }
    }
}
