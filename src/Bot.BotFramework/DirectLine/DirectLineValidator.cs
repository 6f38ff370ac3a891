using Microsoft.Extensions.Options;

namespace Bot.BotFramework.DirectLine;

/// <summary>Names what is wrong with Direct Line's settings beyond their ranges.</summary>
internal sealed class DirectLineValidator : IValidateOptions<DirectLineOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        string[] failures =
        [
            .. options.AllowedOrigins
                .Where(origin => !Origins.IsOrigin(origin))
                .Select(origin => $"DirectLine:AllowedOrigins has '{origin}': write scheme and host alone, such as https://news.example.org."),
        ];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
