namespace Bot.Answering.Lexicons.Senses;

/// <summary>What is known of a word by itself.</summary>
/// <param name="Use">How it is used most.</param>
/// <param name="Supersense">
/// What sort of thing its commonest sense as a noun is: WordNet's lexicographer file (lexnames(5WN); Ciaramita and Johnson, Supersense Tagging of Unknown
/// Nouns in WordNet, 2003), 3 to 28, such as 15 for a place and 18 for a person; 0 when it is no noun.
/// </param>
internal readonly record struct WordSense(WordUse Use, int Supersense);
