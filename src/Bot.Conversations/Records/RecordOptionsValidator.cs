using Bot.Conversations.Records.Keys;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.Conversations.Records;

/// <summary>Names what is wrong with the record's settings beyond their ranges.</summary>
internal sealed class RecordOptionsValidator : IValidateOptions<RecordOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, RecordOptions options)
    {
        string[] failures = [.. OfPostgres(options), .. OfKey("Records:Key", options.Key), .. OfKey("Records:PreviousKey", options.PreviousKey), .. OfChange(options)];
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

    private static IEnumerable<string> OfKey(string setting, string? key)
    {
        if (!string.IsNullOrWhiteSpace(key) && WrappingKey.TryRead(key) is null)
        {
            yield return $"{setting} must be at least {WrappingKey.Shortest} bytes in Base64 (it is not shown here); make one with 'openssl rand -base64 32'.";
        }
    }

    private static IEnumerable<string> OfChange(RecordOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.PreviousKey))
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(options.Key))
        {
            if (!string.IsNullOrWhiteSpace(options.Postgres) || !File.Exists(KeyFile.Of(options)))
            {
                yield return "Records:PreviousKey is there without a key that comes after it: set Records:Key to the new one, or leave Records:PreviousKey out.";
            }
        }
        else if (WrappingKey.TryRead(options.Key) is { } key && key.Fingerprint == WrappingKey.TryRead(options.PreviousKey)?.Fingerprint)
        {
            yield return "Records:PreviousKey is the same as Records:Key (neither is shown here): set Records:Key to a new one from 'openssl rand -base64 32', or leave Records:PreviousKey out.";
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
