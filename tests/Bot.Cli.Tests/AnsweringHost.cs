using Bot.Answering;
using Bot.Answering.Models;
using Bot.Answering.Questions;
using Bot.Conversations;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
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
    public static IHost Over(TemporaryFolder folder, Func<ModelRequest, string?>? say = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Records:Path", Path.Combine(folder.Path, "data", "record.db")),
            new("Records:Within", "00:00:20"),
            new("Knowledge:Path", Path.Combine(folder.Path, "knowledge")),
        ]);
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddKnowledge().AddAnswering().AddSingleton<IChannel, PageChannel>().AddConversations();
        if (say is not null)
        {
            builder.Configuration.AddInMemoryCollection([new("Model:Endpoint", "http://model.invalid/v1"), new("Model:Name", "m"), new("Model:MaxRetries", "0")]);
            builder.Services.AddModelHandler(_ => new SpokenModel(say));
        }

        return builder.Build();
    }

    public static async Task<TurnId> AskAsync(TemporaryFolder folder, string question, Func<ModelRequest, string?>? say = null, params Turn[] history)
    {
        var token = TestContext.Current.CancellationToken;
        using var host = Over(folder, say);
        await host.StartAsync(token);
        var reception = host.Services.GetRequiredService<Reception>();
        var admission = await reception.AskAsync(
            new()
            {
                Channel = "page",
                EventId = question,
                Conversation = question,
                Asker = "reader",
                Text = question,
                Place = new("here", Private: false),
                History = [.. history],
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
