using Bot.Answering;
using Bot.Answering.Answers;
using Bot.Answering.Questions;
using Bot.Answering.Tracing;
using Bot.Conversations.Answering;
using Bot.Conversations.Channels;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Passages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Conversations.Soak;

/// <summary>A Bot with a scripted model and a given channel.</summary>
internal static class SoakBot
{
    public static Article Article { get; } = Write("soak", 12);

    /// <summary>An article of numbered sentences.</summary>
    public static Article Write(string slug, int sentences)
    {
        var text = string.Join(' ', Enumerable.Range(1, sentences).Select(number => $"Gauge {number} of {slug} stood at {number * 7} feet on Monday."));
        return new() { Slug = slug, Title = slug, Language = "en", Text = text, Blocks = [new Block(BlockKind.Paragraph, new(0, text.Length))] };
    }

    public static IHost Build(string record, string? postgres, IChannel channel, IAnswering answering, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([
            new("Records:Path", record),
            new("Records:Postgres", postgres),
            new("Records:Key", Convert.ToBase64String(new byte[32])),
            new("Turns:PerAsker", "100000"),
            new("Turns:PerConversation", "100000"),
            new("Turns:Everybody", "1000000"),
            new("Turns:MostWaiting", "100000"),
            new("Turns:MostAttempts", "100"),
            new("Turns:SweepEvery", "00:00:00.5"),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Name, setting.Value)),
        ]);
        builder.Services.AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
        builder.Services.AddSingleton(channel);
        builder.Services.AddSingleton(answering);
        builder.Services.AddConversations();
        return builder.Build();
    }

    public static AnsweredQuestion Quote(Article article, int sentence, string question)
    {
        var passage = PassageSplitter.Split(article)[0];
        var citation = Citation.Of(passage, passage.Sentences[sentence % passage.Sentences.Length]) with { Number = 1 };
        var answer = new Answer.Answered { Text = $"{question}: {citation.Quote} [1]", Language = "en", Making = new(Making.Extractive), Claims = [new(citation.Quote, [citation])] };
        return new(answer, new AnswerTrace { Standalone = question, Kind = "Fact" });
    }

    /// <summary>Takes a while and quotes.</summary>
    internal sealed class Model(Func<int> milliseconds) : IAnswering
    {
        public async Task<AnsweredQuestion> AnswerAsync(Question question, IProgress<AnswerStage>? progress, CancellationToken cancellationToken)
        {
            progress?.Report(new AnswerStage.Searched(1, 1));
            await Task.Delay(milliseconds(), cancellationToken);
            return Quote(Article, 0, question.Text);
        }
    }
}
