using System.ComponentModel.DataAnnotations;

namespace Bot.Conversations.Records;

/// <summary>Where the record is kept, and for how long: the section <c>Records</c>.</summary>
public sealed class RecordOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Records";

    /// <summary>The SQLite file, used unless <see cref="Postgres"/> is set. Its folder is made when it is missing.</summary>
    [Required]
    public string Path { get; set; } = "data/record.db";

    /// <summary>A PostgreSQL connection string: many processes may then share the record. Empty means SQLite.</summary>
    public string? Postgres { get; set; }

    /// <summary>
    /// At least 32 bytes in Base64: wraps the record's data key, which hashes askers and encrypts addresses. Empty with SQLite means a key is made once, in
    /// a file beside the database that only its owner can read. Whoever loses it can no longer use the record.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>The key before <see cref="Key"/>: it opens the record too while the two change places, and is left out after that.</summary>
    public string? PreviousKey { get; set; }

    /// <summary>How long the record may take to keep or to read something for somebody who waits; after that they are asked to try again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Within { get; set; } = TimeSpan.FromMilliseconds(800);

    /// <summary>
    /// Whether the articles, prompts, fixed replies and settings that answers were made of are kept as long as the answers, each version once, so
    /// that <c>why --replay</c> can make an answer again after edits. Without it only what is cited is kept.
    /// </summary>
    public bool KeepSources { get; set; } = true;

    /// <summary>Questions, answers and where they were shown are deleted after this time.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetainFor { get; set; } = TimeSpan.FromDays(90);
}
