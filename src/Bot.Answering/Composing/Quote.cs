namespace Bot.Answering.Composing;

/// <summary>Composes an answer from the passages' own words, without a model.</summary>
internal delegate Composition Quote(Material material);
