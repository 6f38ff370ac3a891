using System.Collections.Immutable;

namespace Bot.Answering.Checking;

/// <summary>A citation marker that was taken out of a text.</summary>
/// <param name="At">Where it stood in the text without markers.</param>
/// <param name="Numbers">The passages it names that exist, in its order; empty when it named only invented ones.</param>
internal sealed record Marker(int At, ImmutableArray<int> Numbers);

/// <summary>A text without its citation markers.</summary>
/// <param name="Text">The text, spaces mended where markers stood.</param>
/// <param name="Markers">The markers, in order.</param>
/// <param name="Invented">How many numbers named no passage.</param>
internal sealed record MarkedText(string Text, ImmutableArray<Marker> Markers, int Invented);
