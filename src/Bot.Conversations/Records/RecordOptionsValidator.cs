using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.Conversations.Records;

/// <summary>Names what is wrong with the record's settings beyond their ranges.</summary>
internal sealed class RecordOptionsValidator : IValidateOptions<RecordOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RecordOptions options)
    {
        string[] failures = [.. OfPostgres(options), .. OfKey(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> OfPostgres(RecordOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Postgres))
        {
            yield break;
        }

        if (!IsConnectionString(options.Postgres))
        {
            yield return "Records:Postgres is no connection string (not shown here); write one such as Host=localhost;Database=bot;Username=bot;Password=….";
        }

        if (string.IsNullOrWhiteSpace(options.Key))
        {
            yield return "Records:Key is empty, but processes that share Records:Postgres must share a key; make one with 'openssl rand -base64 32'.";
        }
    }

    private static IEnumerable<string> OfKey(RecordOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Key))
        {
            yield break;
        }

        var key = options.Key.Trim();
        var bytes = new byte[key.Length];
        if (!Convert.TryFromBase64String(key, bytes, out var length) || length < RecordKeys.KeyLength)
        {
            yield return $"Records:Key must be at least {RecordKeys.KeyLength} bytes in Base64 (it is not shown here); make one with 'openssl rand -base64 32'.";
        }
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
