using Bot.Answering;
using Bot.Answering.Models;
using Bot.Answering.Questions;
using Bot.Conversations;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Privacy;
using Bot.Conversations.Records;
using Bot.Knowledge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Cli.Tests;

/// <summary>Has a host answer questions for real and keep a record of them, as it would beside the command line.</summary>
internal static class AnsweringHost
{
    /// <summary>A host over <c>knowledge/</c> of the folder, with its record in <c>data/record.db</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="say">What a model says; without it Bot quotes.</param>
    /// <param name="finish">Why the model stops, such as <c>length</c>; without it its stream breaks off.</param>
    /// <param name="counts">Whether the endpoint counts tokens.</param>
    /// <param name="keeps">Whether what answers were made of is kept.</param>
    public static IHost Over(TemporaryFolder folder, Func<ModelRequest, string?>? say = null, string? finish = "stop", bool counts = true, bool keeps = true)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Records:Path", Path.Combine(folder.Path, "data", "record.db")),
            new("Records:Within", "00:00:20"),
            new("Records:KeepSources", $"{keeps}"),
            new("Prompts:Path", Path.Combine(folder.Path, "prompts") is var prompts && Directory.Exists(prompts) ? prompts : "prompts"),
            new("Knowledge:Path", Path.Combine(folder.Path, "knowledge")),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddKnowledge().AddAnswering().AddSingleton<IChannel, PageChannel>().AddConversations();
        if (say is not null)
        {
            builder.Configuration.AddInMemoryCollection([new("Model:Endpoint", "http://model.invalid/v1"), new("Model:Name", "m"), new("Model:MaxRetries", "0")]);
            builder.Services.AddModelHandler(_ => new SpokenModel(say, finish, counts));
        }

        return builder.Build();
    }

    public static Task<TurnId> AskAsync(TemporaryFolder folder, string question, Func<ModelRequest, string?>? say = null, params Turn[] history) =>
        AskAsync(Over(folder, say), question, question, history);

    /// <summary>Asks a model that ends otherwise than it should, or a host that keeps no sources.</summary>
    public static Task<TurnId> AskAsync(TemporaryFolder folder, string question, Func<ModelRequest, string?> say, string? finish = "stop", bool counts = true, bool keeps = true) =>
        AskAsync(Over(folder, say, finish, counts, keeps), question, question, []);

    /// <summary>Asks in a conversation, whose turns the record recalls.</summary>
    public static Task<TurnId> AskInAsync(TemporaryFolder folder, string conversation, string question) => AskAsync(Over(folder), conversation, question, history: null);

    public static async Task ForgetAsync(TemporaryFolder folder, string conversation)
    {
        using var host = Over(folder);
        await host.Services.GetRequiredService<ReaderPrivacy>().ForgetAsync("page", conversation, TestContext.Current.CancellationToken);
    }

    private static async Task<TurnId> AskAsync(IHost over, string conversation, string question, Turn[]? history)
    {
        var token = TestContext.Current.CancellationToken;
        using var host = over;
        await host.StartAsync(token);
        var reception = host.Services.GetRequiredService<Reception>();
        var admission = await reception.AskAsync(
            new()
            {
                Channel = "page",
                EventId = question,
                Conversation = conversation,
                Asker = "reader",
                Text = question,
                Place = new("here", Private: false),
                History = history is null ? null : [.. history],
            },
            token);
        var turn = Assert.IsType<Admission.Accepted>(admission).Turn;
        await foreach (var happened in reception.WatchAsync(turn, token))
        {
            if (happened is TurnEvent.Settled)
            {
                break;
            }
        }

        await host.StopAsync(token);
        return turn;
    }
}
