using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bot.Answering.Answers;
using Bot.Answering.Contract;
using Bot.Benchmarks.Data;
using Bot.BotFramework.Activities;
using Bot.BotFramework.Rendering;
using Bot.Conversations.Channels;
using Bot.Conversations.Records;
using Bot.Discord.Rendering;
using Bot.Host.Articles;
using Bot.Host.Forms;

namespace Bot.Benchmarks.Benchmarks;

/// <summary>What each channel makes of one answer with its sources, beside its bare text as JSON.</summary>
[Config(typeof(ShortJob))]
public class RenderingBenchmarks
{
    private static readonly Uri Root = new("https://bot.example.org");
    private static readonly TurnId Turn = new(Guid.CreateVersion7());

    private Answer? _answer;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        await using var library = await Library.OpenAsync(articles: 10);
        _answer = await library.Served.AskAsync(MadeUpNews.Question(3));
        if (_answer.Citations.IsEmpty)
        {
            throw new InvalidOperationException("The made-up question was not answered: there is nothing to render.");
        }
    }

    [Benchmark(Baseline = true, Description = "bare text as JSON")]
    public string Bare() => JsonSerializer.Serialize(new { text = _answer!.Text });

    [Benchmark(Description = "API")]
    public string Api() => JsonSerializer.Serialize(AnswerLine.Of(null, _answer!));

    [Benchmark(Description = "our own page")]
    public string Page()
    {
        var html = new Html();
        new AnswerHtml(html, new Host.Articles.Page("", "en"), Turn).Write(_answer!);
        return html.ToString();
    }

    [Benchmark(Description = "Teams")]
    public string Teams() => ActivityJson.Text(AnswerActivities.Of(new Said.Reply(_answer!), ActivityForm.Teams, new BotFramework.Rendering.Links(Root), Turn, "en"));

    [Benchmark(Description = "Web Chat")]
    public string WebChat() => ActivityJson.Text(AnswerActivities.Of(new Said.Reply(_answer!), ActivityForm.WebChat, new BotFramework.Rendering.Links(Root), Turn, "en"));

    [Benchmark(Description = "Discord")]
    public int Discord() => AnswerMessages.Of(new Said.Reply(_answer!), new global::Bot.Discord.Rendering.Links(Root), Turn, "en", isPrivate: false).Sum(message => message.Content?.Length ?? 0);
}
