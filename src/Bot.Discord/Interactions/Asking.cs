using Bot.Conversations.Asking;
using Bot.Discord.Channels;
using Bot.Discord.Guilds;
using Bot.Discord.Messages;
using Bot.Discord.Rendering;
using Bot.Discord.Resources;
using Bot.Discord.Threads;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Interactions;

/// <summary>Questions that interactions ask: acknowledged when they are in the record, and refused to the asker alone.</summary>
internal sealed class Asking(Reception reception, GuildPolicy policy, OwnThreads threads, OpenCallbacks callbacks, IOptions<TurnOptions> turns, IOptions<DiscordOptions> options, TimeProvider time)
{
    private const int MostOfAField = 4_000;

    /// <summary>The longest question.</summary>
    public int MostLength => Math.Min(turns.Value.MostLength, MostOfAField);

    /// <summary>Hands a question in.</summary>
    /// <param name="asked">The interaction that asks.</param>
    /// <param name="question">The question.</param>
    /// <param name="article">Ask only this article (its slug); <see langword="null"/> means all.</param>
    /// <param name="isPrivate">Whether only the asker sees the answer; <see langword="null"/> when they did not say.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<byte[]> AskAsync(Interaction asked, string question, string? article, bool? isPrivate, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        return await policy.OfAsync(Occasion.Of(asked, article, isPrivate), cancellationToken).ConfigureAwait(false) switch
        {
            Verdict.Taken taken => await HandInAsync(asked, question, article, taken, began, cancellationToken).ConfigureAwait(false),
            Verdict.Refused refused => InteractionResponse.Private(new Message { Content = refused.Words }),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<byte[]> HandInAsync(Interaction asked, string question, string? article, Verdict.Taken taken, long began, CancellationToken cancellationToken)
    {
        var callback = callbacks.Open(asked.Token);
        var place = new DiscordPlace
        {
            ChannelId = asked.ChannelId,
            IsDirect = asked.IsDirect,
            IsAway = asked.IsAway,
            Interaction = new(asked.ApplicationId, asked.Token, time.GetUtcNow() + InteractionToken.Life),
            Locale = asked.Locale,
            Thread = taken.OpensThread ? AnswerThreads.NameOf(question) : null,
            Note = taken.Note,
        };
        var admission = await AdmitAsync(
            new()
            {
                Channel = DiscordChannel.ChannelName,
                EventId = asked.Id,
                Conversation = await threads.ConversationOfAsync(asked, taken, cancellationToken).ConfigureAwait(false),
                Asker = asked.UserId,
                Text = question,
                Place = new(place.Write(), taken.IsPrivate),
                Article = article,
                Scope = taken.Scope,
                Locale = asked.Locale,
                Asked = time.GetUtcNow(),
            },
            options.Value.WorkWithin - time.GetElapsedTime(began),
            cancellationToken).ConfigureAwait(false);
        return RefusalOf(admission, asked.Locale) is { } refusal
            ? InteractionResponse.Private(AnswerMessages.OfWords(refusal)[0])
            : await callback.AnswerAsync(OpenCallbacks.Patience - time.GetElapsedTime(began)).ConfigureAwait(false) ?? InteractionResponse.Deferred(taken.IsPrivate);
    }

    /// <summary>The record's name of a conversation: everybody has their own in a channel.</summary>
    public static string ConversationOf(string channel, string user) => $"{channel}/{user}";

    /// <summary>What who asked is told when a question is not in the record; <see langword="null"/> when it is.</summary>
    public static string? RefusalOf(Admission admission, string? locale) => admission switch
    {
        Admission.Accepted or Admission.Repeated => null,
        Admission.WrongLength wrong => ChannelWords.Of("WrongLength", locale, wrong.Limit),
        Admission.TooFast fast => ChannelWords.Of("TooFast", locale, Seconds(fast.Wait)),
        Admission.Full full => ChannelWords.Of("TooFast", locale, Seconds(full.Wait)),
        Admission.Blocked => ChannelWords.Of("Blocked", locale),
        _ => ChannelWords.Of("TryAgain", locale),
    };

    private async Task<Admission> AdmitAsync(IncomingQuestion question, TimeSpan within, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(within > TimeSpan.Zero ? within : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await reception.AskAsync(question, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Admission.TryAgain();
        }
    }

    private static int Seconds(TimeSpan wait) => (int)Math.Ceiling(wait.TotalSeconds);
}
