using Microsoft.Extensions.Options;

namespace Bot.Host.Desk;

/// <summary>Refuses a key that could be guessed.</summary>
internal sealed class DeskOptionsValidator : IValidateOptions<DeskOptions>
{
    private const int Shortest = 24;

    public ValidateOptionsResult Validate(string? name, DeskOptions options) => options.Key is { } key && key.Trim().Length < Shortest
        ? ValidateOptionsResult.Fail($"Desk:Key has {key.Trim().Length} characters: write at least {Shortest} (openssl rand -base64 32), or leave it out to let in this machine only.")
        : ValidateOptionsResult.Success;
}
