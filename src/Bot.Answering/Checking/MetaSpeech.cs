using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>Tells what a model says of its answer and of the passages from what it answers.</summary>
internal static partial class MetaSpeech
{
    private const int NearRefusal = 8;

    /// <summary>A sentence without a lead such as "Based on the passages," or "Sure, here is the answer:".</summary>
    public static string WithoutLead(string sentence, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(sentence);
        var opening = Opening(tokens, lexicon);
        var lead = lexicon.MetaLeads.Match(tokens, opening, out _);
        var length = opening + lead;
        while (lead > 0 && length < tokens.Length && (tokens[length].Is(',') || tokens[length].Is(':') || tokens[length].Is('，')))
        {
            length++;
        }

        if (length == 0 || length >= tokens.Length)
        {
            return sentence;
        }

        var rest = sentence[tokens[length].Span.Start..];
        return char.IsLower(rest[0]) ? $"{char.ToUpperInvariant(rest[0])}{rest[1..]}" : rest;
    }

    /// <summary>Whether a sentence only introduces or closes the answer and states nothing.</summary>
    public static bool IsMeta(string sentence, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(sentence);
        if (tokens.All(token => token.Kind == TokenKind.Sign) || Opening(tokens, lexicon) == tokens.Length)
        {
            return true;
        }

        var speaksOfItself = lexicon.MetaSentences.Has(tokens, 0) || lexicon.MetaLeads.Has(tokens, 0)
            || sentence.TrimEnd() is [.., ':' or '：'];
        return speaksOfItself && FactReader.Read(sentence, lexicon.Language).All(fact => fact.Kind == FactKind.Quotation);
    }

    /// <summary>Whether a sentence says that the passages do not say.</summary>
    public static bool SaysNotStated(string sentence, Lexicon lexicon)
    {
        if (Token().IsMatch(sentence))
        {
            return true;
        }

        var tokens = Tokenizer.Read(sentence);
        for (var at = 0; at < tokens.Length; at++)
        {
            if (lexicon.Refusals.Match(tokens, at, out _) is var length && length > 0
                && tokens[Math.Max(0, at - NearRefusal)..Math.Min(tokens.Length, at + length + NearRefusal)].Any(token =>
                    lexicon.MaterialWords.Contains(token.Folded)))
            {
                return true;
            }
        }

        return false;
    }

    // How many tokens the polite words and introductions have that a sentence begins with. "Sure Start opened" is none: a sign must follow.
    private static int Opening(ImmutableArray<Token> tokens, Lexicon lexicon)
    {
        var length = 0;
        while (lexicon.MetaOpenings.Match(tokens, length, out _) is var words && words > 0 && length + words is var end && end < tokens.Length
            && tokens[end].Kind == TokenKind.Sign && tokens[end].Folded[0] is ',' or '!' or ':' or '.' or '–' or '—')
        {
            length = end + 1;
        }

        return length;
    }

    [GeneratedRegex(@"\bNOT(?:\\?_| )STATED\b")]
    private static partial Regex Token();
}
