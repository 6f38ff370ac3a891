using System.Collections.Immutable;
using Bot.Cli.Commands;
using Bot.Conversations;
using Bot.Conversations.Corrections;
using Bot.Conversations.Feedback;
using Bot.Conversations.Records;
using Bot.Knowledge.Serving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Cli.Startup;

/// <summary>Bot with its record, for the commands of editors. It answers and sends nothing: that is the host's work.</summary>
internal sealed class RecordSession : IAsyncDisposable
{
    private readonly BotSession _bot;

    private RecordSession(BotSession bot) => _bot = bot;

    public SharedChoices Choices => _bot.Choices;

    public ReaderFeedback Feedback => _bot.Get<ReaderFeedback>();

    public RecordedInputs Inputs => _bot.Get<RecordedInputs>();

    public KnowledgeBase Knowledge => _bot.Knowledge;

    public IConfiguration Settings => _bot.Get<IConfiguration>();

    public AnswerCorrections Corrections => _bot.Get<AnswerCorrections>();

    /// <summary>Reads the settings and checks all of them.</summary>
    /// <exception cref="OptionsValidationException">Settings are wrong; it names each of them.</exception>
    /// <exception cref="CommandError">There is no record yet, or <see cref="BotSession.Open"/> says why not.</exception>
    public static async Task<RecordSession> OpenAsync(SharedChoices choices, Surroundings surroundings)
    {
        var (session, path) = await OpenIfThereAsync(choices, surroundings);
        return session ?? throw new CommandError($"There is no record '{path}': start where the host runs, or name its record with the setting {RecordOptions.Section}:{nameof(RecordOptions.Path)}.");
    }

    /// <summary>The same, or no session where there is no record, with the path it was looked for at.</summary>
    /// <exception cref="OptionsValidationException">Settings are wrong; it names each of them.</exception>
    public static async Task<(RecordSession? Session, string Path)> OpenIfThereAsync(SharedChoices choices, Surroundings surroundings)
    {
        var bot = BotSession.Open(choices, surroundings, services => services
            .AddConversations()
            .PostConfigure<RecordOptions>(record => record.Path = BotSession.InFolder(record.Path, surroundings)));
        var record = bot.Get<IOptions<RecordOptions>>().Value;
        if (string.IsNullOrEmpty(record.Postgres) && !File.Exists(record.Path))
        {
            await bot.DisposeAsync();
            return (null, record.Path);
        }

        return (new RecordSession(bot), record.Path);
    }

    /// <summary>Which answers the articles would touch as they are now; nothing is written.</summary>
    /// <exception cref="CommandError">Articles cannot be read, and would count as withdrawn.</exception>
    public async Task<ImmutableArray<ForeseenChange>> ForeseeAsync(CancellationToken cancellationToken)
    {
        using var snapshot = _bot.Knowledge.Acquire();
        return snapshot.Problems.Length > 0
            ? throw new CommandError($"Which recorded answers are touched is not known while an article cannot be read: {snapshot.Problems[0]}")
            : await Corrections.ForeseeAsync([.. snapshot.Articles.Values.Select(indexed => indexed.Article)], cancellationToken);
    }

    /// <summary>Looks for cited words that were edited since the articles were last looked at.</summary>
    public async Task ObserveArticlesAsync(CancellationToken cancellationToken)
    {
        using var snapshot = _bot.Knowledge.Acquire();

        // An article that is only unreadable now would count as withdrawn, and readers be told so.
        if (snapshot.Problems.Length > 0 || snapshot.Articles.Count == 0)
        {
            var why = snapshot.Problems.Length > 0 ? snapshot.Problems[0].ToString() : "there are no articles.";
            _bot.Surroundings.Error.WriteLine($"The articles were not looked through for edits, as those that are missing would count as withdrawn: {why}");
            return;
        }

        await Corrections.ObserveAsync([.. snapshot.Articles.Values.Select(indexed => indexed.Article)], cancellationToken);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();
}
