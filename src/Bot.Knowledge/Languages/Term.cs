using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Languages;

/// <summary>A word as the language's analyser sees it.</summary>
/// <param name="Text">The analysed form: lower case, stemmed, without stop words.</param>
/// <param name="Span">Where the word stands in the text that was analysed.</param>
public readonly record struct Term(string Text, TextSpan Span);
