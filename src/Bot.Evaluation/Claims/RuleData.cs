using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Evaluation.Claims;

/// <summary>A language's rules as their file holds them.</summary>
internal sealed record RuleData
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Words parted by commas, none of which means the same as another of its list.</summary>
    public ImmutableDictionary<string, string> Lists { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Regular expressions that others have as <c>{name}</c>; a list may be had so too.</summary>
    public ImmutableDictionary<string, string> Parts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Rules that make a sentence say what its passage does not.</summary>
    public ImmutableArray<Rule> Corruptions { get; init; } = [];

    /// <summary>Rules that keep what it says.</summary>
    public ImmutableArray<Rule> Rewordings { get; init; } = [];

    /// <summary>Reads the rules of a language; <see langword="null"/> when there are none.</summary>
    public static RuleData? Read(string language)
    {
        using var file = typeof(RuleData).Assembly.GetManifestResourceStream($"Claims.Rules.{language}");
        return file is null ? null : JsonSerializer.Deserialize<RuleData>(file, Format);
    }

    internal sealed record Rule
    {
        public required string Kind { get; init; }

        public required string Find { get; init; }

        public required string Put { get; init; }

        public string? Unless { get; init; }

        public string? Needs { get; init; }
    }
}
