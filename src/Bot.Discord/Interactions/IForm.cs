namespace Bot.Discord.Interactions;

/// <summary>A form that belongs to no answer.</summary>
internal interface IForm
{
    /// <summary>What it carries.</summary>
    string CustomId { get; }

    /// <summary>Somebody filled it in.</summary>
    /// <param name="written">What they wrote.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The interaction response, JSON: within 3 seconds.</returns>
    Task<byte[]> WrittenAsync(Interaction written, CancellationToken cancellationToken);
}
