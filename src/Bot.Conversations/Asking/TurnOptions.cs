using System.ComponentModel.DataAnnotations;

namespace Bot.Conversations.Asking;

/// <summary>How questions are let in and worked: the section <c>Turns</c>.</summary>
public sealed class TurnOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Turns";

    /// <summary>Questions one asker may ask in a minute.</summary>
    [Range(1, 100_000)]
    public int PerAsker { get; set; } = 10;

    /// <summary>Questions that may be asked in one conversation in a minute.</summary>
    [Range(1, 100_000)]
    public int PerConversation { get; set; } = 30;

    /// <summary>Questions that all readers together may ask in a minute.</summary>
    [Range(1, 1_000_000)]
    public int Everybody { get; set; } = 1_200;

    /// <summary>Questions that may wait for their answer; more are refused.</summary>
    [Range(1, 1_000_000)]
    public int MostWaiting { get; set; } = 1_000;

    /// <summary>The longest question, in UTF-16 code units.</summary>
    [Range(10, 100_000)]
    public int MostLength { get; set; } = 2_000;

    /// <summary>Questions answered side by side in this process.</summary>
    [Range(1, 10_000)]
    public int Parallel { get; set; } = 64;

    /// <summary>The last turns of a conversation that a question is understood by.</summary>
    [Range(0, 50)]
    public int Memory { get; set; } = 6;

    /// <summary>How often a turn is begun (by crashes or failures) before the reader gets an apology.</summary>
    [Range(1, 100)]
    public int MostAttempts { get; set; } = 4;

    /// <summary>How often a delivery is sent before it is given up.</summary>
    [Range(1, 100)]
    public int MostDeliveries { get; set; } = 8;

    /// <summary>How long one delivery may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long before a channel's deadline the answering is stopped for an apology.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DeadlineMargin { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long running turns may go on when Bot is stopped; the rest is finished after the next start.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DrainFor { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often the record is looked through for turns that nobody works on.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(1);
}
