namespace Bot.Knowledge.Importing;

/// <summary>Why something is not imported, in words for the editor who can cure it.</summary>
/// <param name="what">What was refused, naming the address or file.</param>
/// <param name="cure">What to do about it.</param>
public sealed class ImportException(string what, string cure) : Exception($"{what} {cure}");
