using Microsoft.Extensions.Options;

namespace Bot.Host.Desk;

/// <summary>Refuses a key that could be guessed.</summary>
internal sealed class DeskOptionsValidator : IValidateOptions<DeskOptions>
{
    private const int Shortest = 24;

    public ValidateOptionsResult Validate(string? name, DeskOptions options)
    {
        string[] failures =
        [
            .. options.Key is not { } key || key.Trim().Length >= Shortest
                ? (string[])[]
                : [$"Desk:Key has {key.Trim().Length} characters: write at least {Shortest} (openssl rand -base64 32), or leave it out to let in this machine only."],
            .. options.PreviousKey is not { } previous || (options.Key is not null && previous.Trim().Length >= Shortest)
                ? (string[])[]
                : [$"Desk:PreviousKey is there without a Desk:Key, or has fewer than {Shortest} characters: write the key that was there before, or leave it out."],
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
