using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Conversations.Records.Storage;
using Bot.Conversations.Working;
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
    /// as singletons of <see cref="Channels.IChannel"/>, the engine as <see cref="Answering.IAnswering"/>. Settings are read from
    /// <c>Records</c> and <c>Turns</c> and validated at start. Turns are worked while the host runs; the record can be read without it.
    /// </summary>
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<RecordOptions, RecordOptionsValidator>().BindConfiguration(RecordOptions.Section).ValidateDataAnnotations();
        services.AddOptions<TurnOptions>().BindConfiguration(TurnOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        return services.AddRecord().AddWork();
    }

    private static IServiceCollection AddRecord(this IServiceCollection services)
    {
        services.AddSingleton<RecordDatabase>(provider =>
            provider.GetRequiredService<IOptions<RecordOptions>>().Value is { Postgres: { Length: > 0 } postgres }
                ? new PostgresDatabase(postgres)
                : new SqliteDatabase(provider.GetRequiredService<IOptions<RecordOptions>>().Value.Path));
        services.AddSingleton<RecordKeys>();
        services.AddSingleton<RecordStore>();
        services.AddSingleton(provider => new RecordedTurns(provider.GetRequiredService<RecordStore>()));
        return services;
    }

    private static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton<ChannelBook>();
        services.AddSingleton<RunningTurns>();
        services.AddSingleton<TurnWatchers>();
        services.AddSingleton<TurnLedger>();
        services.AddSingleton<Courier>();
        services.AddSingleton<TurnDelivery>();
        services.AddSingleton<ConversationMemory>();
        services.AddSingleton<TurnWork>();
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<IConversationLocks>(provider => provider.GetRequiredService<RecordDatabase>() is PostgresDatabase postgres
            ? new PostgresLocks(postgres)
            : new SoleProcessLocks(provider.GetRequiredService<IOptions<RecordOptions>>().Value.Path + ".working"));
        services.AddSingleton<ConversationWorkers>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ConversationWorkers>());
        services.AddHostedService<PostgresNotices>();
        services.AddSingleton<ReceptionBook>();
        services.AddSingleton(provider => new Reception(
            provider.GetRequiredService<ReceptionBook>(),
            provider.GetRequiredService<ConversationWorkers>(),
            provider.GetRequiredService<RunningTurns>(),
            provider.GetRequiredService<TurnWatchers>(),
            provider.GetRequiredService<RecordedTurns>(),
            provider.GetRequiredService<IOptions<TurnOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Reception>>()));
        return services;
    }
}
