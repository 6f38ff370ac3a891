using Bot.Discord.Interactions;
using Bot.Discord.Messages;

namespace Bot.Discord.Commands;

/// <summary>One of the application's commands: how Discord shows it, and what it does.</summary>
internal interface ICommand
{
    /// <summary>As it is registered.</summary>
    ApplicationCommand Definition { get; }

    /// <summary>Somebody used it.</summary>
    /// <param name="used">How.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The interaction response, JSON: within 3 seconds.</returns>
    Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken);
}

/// <summary>A command with options that are completed while they are typed.</summary>
internal interface ICompletedCommand : ICommand
{
    /// <summary>What somebody who types may mean.</summary>
    /// <param name="typing">What has been typed so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<Choice>> CompleteAsync(Interaction typing, CancellationToken cancellationToken);
}
