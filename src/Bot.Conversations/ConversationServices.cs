using Bot.Answering.Tracing;
using Bot.Conversations.Answering;
using Bot.Conversations.Asking;
using Bot.Conversations.Channels;
using Bot.Conversations.Corrections;
using Bot.Conversations.Feedback;
using Bot.Conversations.Privacy;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Keeping;
using Bot.Conversations.Records.Keys;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Transcripts;
using Bot.Conversations.Watching;
using Bot.Conversations.Working;
using Bot.Knowledge.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Conversations;

/// <summary>Registers the record and what works on it.</summary>
public static class ConversationServices
{
    /// <summary>
    /// Adds <see cref="Reception"/>, <see cref="RecordedTurns"/> and what readers and editors do with the record. Channels are registered beside it
    /// as singletons of <see cref="IChannel"/>, another engine than the <c>Answerer</c> as <see cref="IAnswering"/>. Settings are read from
    /// <c>Records</c> and <c>Turns</c> and validated at start. Turns are worked while the host runs; the record can be read without it.
    /// </summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSettings<RecordOptions, RecordOptionsValidator>(RecordOptions.Section);
        services.AddSettings<TurnOptions>(TurnOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        return services.AddRecord().AddTranscripts().AddWork().AddCorrections().AddReaders();
    }

    private static IServiceCollection AddRecord(this IServiceCollection services)
    {
        services.AddSingleton<RecordDatabase>(provider =>
            provider.GetRequiredService<IOptions<RecordOptions>>().Value is { Postgres: { Length: > 0 } postgres }
                ? new PostgresDatabase(postgres)
                : new SqliteDatabase(provider.GetRequiredService<IOptions<RecordOptions>>().Value.Path));
        services.AddSingleton<RecordStore>();
        services.AddSingleton<KeyWraps>();
        services.AddSingleton<RecordKeys>();

        // First, to be stopped last: what answers were made of is written behind them.
        services.AddSingleton<SourceKeeper>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<SourceKeeper>());
        services.AddSingleton(provider => new RecordedTurns(provider.GetRequiredService<RecordStore>(), provider.GetRequiredService<RecordKeys>()));
        return services;
    }

    private static IServiceCollection AddTranscripts(this IServiceCollection services)
    {
        services.AddSingleton<Watchers<string, string>>();
        services.AddSingleton<TranscriptBook>();
        services.AddHostedService<MissedSayings>();
        services.AddSingleton(provider => new RecordedTranscripts(
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<RecordDatabase>(),
            provider.GetRequiredService<RecordKeys>(),
            provider.GetRequiredService<TranscriptBook>(),
            provider.GetRequiredService<Watchers<string, string>>()));
        return services;
    }

    private static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.TryAddSingleton<IAnswering, AnswererAnswering>();
        services.AddSingleton<ChannelBook>();
        services.AddSingleton<RunningTurns>();
        services.AddSingleton<Doubts>();
        services.AddSingleton<Watchers<TurnId, AnswerStage>>();
        services.AddSingleton<TurnLedger>();
        services.AddSingleton<Courier>();
        services.AddSingleton<TurnDelivery>();
        services.AddSingleton<ConversationMemory>();
        services.AddSingleton<TurnOrigins>();
        services.AddHostedService<QueueGauges>();
        services.AddSingleton<TurnWork>();
        services.AddSingleton<RecentQuestions>();
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<IConversationLocks>(provider => provider.GetRequiredService<RecordDatabase>() is PostgresDatabase postgres
            ? ActivatorUtilities.CreateInstance<PostgresLocks>(provider, postgres)
            : new SoleProcessLocks(provider.GetRequiredService<IOptions<RecordOptions>>().Value.Path + ".working"));
        services.AddSingleton<ConversationWorkers>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ConversationWorkers>());
        services.AddHostedService<PostgresNotices>();
        services.AddSingleton<ReceptionBook>();
        services.AddSingleton(provider => new Reception(
            provider.GetRequiredService<ReceptionBook>(),
            provider.GetRequiredService<ConversationWorkers>(),
            provider.GetRequiredService<RunningTurns>(),
            provider.GetRequiredService<Doubts>(),
            provider.GetRequiredService<TurnOrigins>(),
            provider.GetRequiredService<Watchers<TurnId, AnswerStage>>(),
            provider.GetRequiredService<Watchers<string, string>>(),
            provider.GetRequiredService<RecordedTurns>(),
            provider.GetRequiredService<IOptions<TurnOptions>>(),
            provider.GetRequiredService<IOptions<RecordOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Reception>>()));
        return services;
    }

    private static IServiceCollection AddCorrections(this IServiceCollection services)
    {
        services.AddSingleton<CorrectionFinder>();
        services.AddSingleton<CorrectionMessenger>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<CorrectionMessenger>());
        services.AddSingleton(provider => new AnswerCorrections(
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<CorrectionFinder>(),
            provider.GetRequiredService<CorrectionMessenger>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IServiceCollection AddReaders(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ReaderFeedback(
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<RecordKeys>(),
            provider.GetRequiredService<RecordedTurns>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new RecordedInputs(
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<ConversationMemory>(),
            new SourceReader(provider.GetRequiredService<RecordStore>())));
        services.AddSingleton(provider => new ReaderPrivacy(
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<RecordKeys>(),
            provider.GetRequiredService<IOptions<RecordOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ChannelState(
            provider.GetRequiredService<RecordStore>(),
            provider.GetRequiredService<IOptions<RecordOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new ChannelLocks(provider.GetRequiredService<IConversationLocks>()));
        services.AddSingleton(provider => new ChannelKeys(provider.GetRequiredService<RecordKeys>()));
        services.AddSingleton<Retention>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<Retention>());
        return services;
    }
}
