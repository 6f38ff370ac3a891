using System.ComponentModel.DataAnnotations;

namespace Bot.Knowledge.Importing;

/// <summary>How pages and feeds are got from the web, and how much of them. Bound to the section <c>Import</c>.</summary>
public sealed class ImportOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Import";

    /// <summary>Whether addresses within this machine and private networks may be asked: for intranets only.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>The largest page or feed, in bytes, once it is unpacked.</summary>
    [Range(1_024, 268_435_456)]
    public int MaxBytes { get; set; } = 4_194_304;

    /// <summary>How many redirects of one page are followed.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>How long one page or feed may take in all, redirects included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Within { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a server may fall silent in the middle of a page.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many entries of a feed are imported at most, the newest first.</summary>
    [Range(1, 500)]
    public int MostEntries { get; set; } = 20;

    /// <summary>A feed without an entry newer than this is called stale.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan StaleAfter { get; set; } = TimeSpan.FromDays(30);
}
