using System.Collections.Immutable;

namespace Bot.Conversations.Records.Keys;

/// <summary>The wrapping keys that the settings name.</summary>
/// <param name="Current">The one in use.</param>
/// <param name="Previous">The one before it, while they change places.</param>
/// <param name="Source">Where the current one comes from, for people.</param>
/// <param name="Unused">A key's file that is there beside a setting which counts instead, for people.</param>
internal sealed record WrappingKeys(WrappingKey Current, WrappingKey? Previous, string Source, string? Unused)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<WrappingKey> OldestFirst { get; } = Previous is null ? [Current] : [Previous, Current];

    /// <summary>Reads them; the settings are valid.</summary>
    /// <exception cref="InvalidDataException">The key's file cannot be read or made, or holds no key.</exception>
    public static WrappingKeys Of(RecordOptions options)
    {
        var file = KeyFile.Of(options);
        var set = Read(options.Key);
        var current = set ?? KeyFile.Open(file);
        return new(
            current,
            Read(options.PreviousKey) is { } previous && previous.Fingerprint != current.Fingerprint ? previous : null,
            set is null ? $"the one in '{file}'" : "Records:Key",
            set is not null && string.IsNullOrWhiteSpace(options.Postgres) && File.Exists(file) ? file : null);
    }

    /// <summary>Says that the record is under neither key.</summary>
    public InvalidDataException Refuse() => new(
        $"The record was last used with another key than {Source}{(Previous is null ? "" : " and Records:PreviousKey")}, so who asked and where answers go cannot be read (no key is shown here): "
        + $"put that key back, or name it in Records:PreviousKey{(Unused is null ? "" : $" (it may be the one in '{Unused}')")}; "
        + "when it is lost, begin a new record, as docs/operating.md describes under \"Changing keys\".");

    private static WrappingKey? Read(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : WrappingKey.TryRead(setting);
}
