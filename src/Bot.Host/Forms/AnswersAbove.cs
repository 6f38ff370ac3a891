using System.Collections.Immutable;
using Bot.Conversations.Corrections;
using Bot.Conversations.Records;
using Bot.Host.Articles;
using Bot.Host.Asking;
using Bot.Host.Serving;
using Microsoft.Net.Http.Headers;

namespace Bot.Host.Forms;

/// <summary>Finds what became of a question that was asked by a form. Its name is known to its reader alone.</summary>
internal sealed class AnswersAbove(RecordedTurns turns, AnswerCorrections corrections, RecordReading record)
{
    /// <summary>The parameter of an address that names the answer to show.</summary>
    public const string Parameter = "answer";

    /// <summary>What to show; <see langword="null"/> when nobody asked.</summary>
    public async Task<Above?> FindAsync(string? name, HttpContext context)
    {
        if (name is null)
        {
            return null;
        }

        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        var language = PageLanguage.Of(context, PageWords.Fallback);
        if (!TurnId.TryParse(name, out var turn))
        {
            return new Above.Refused(PageWords.Of("NoAnswer", language), null);
        }

        var (read, found) = await record.TryAsync(token => FindAsync(turn, language, token), context.RequestAborted);
        return read ? found : new Above.Refused(PageWords.Of("TryAgain", language), null);
    }

    private async Task<Above> FindAsync(TurnId id, string language, CancellationToken cancellationToken) => await turns.FindAsync(id, cancellationToken) switch
    {
        { Channel: not WebChannel.ChannelName } or null => new Above.Refused(PageWords.Of("NoAnswer", language), null),
        { State: < TurnState.Delivered } turn => new Above.Pending(turn.Text),
        { State: TurnState.Cancelled } turn => new Above.Refused(PageWords.Of("TakenBack", language), turn.Text),
        { State: not TurnState.Apologised, Answer: { } answer } turn => new Above.Answered(id, turn.Text, answer, await ToldAsync(id, cancellationToken)),
        { } turn => new Above.Refused(PageWords.Of("Failed", language), turn.Text),
    };

    private Task<ImmutableArray<string>> ToldAsync(TurnId turn, CancellationToken cancellationToken) => corrections.ToldAsync(turn, cancellationToken);
}
