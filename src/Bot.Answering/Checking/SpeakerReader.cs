using Bot.Answering.Facts;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>
/// Reads who a speaker is. Each part between commas names them up to the first "of" or "for"; a possessive's owner is someone else.
/// </summary>
internal static class SpeakerReader
{
    /// <summary>Reads a speaker from all words about them, such as a block quote's attribution.</summary>
    public static Speaker Read(Statement statement) => Read(statement, 0, statement.Tokens.Count);

    /// <summary>Reads a speaker from the words between two tokens.</summary>
    public static Speaker Read(Statement statement, int from, int to)
    {
        var text = statement.Tokens;
        var names = new List<string>();
        var roles = new List<string>();
        var pronoun = false;
        var ended = false;
        var part = 0;
        for (var at = from; at < to; at++)
        {
            var token = text.Tokens[at];
            if (token.Kind == TokenKind.Sign)
            {
                if (token.Is(','))
                {
                    (ended, part) = (false, names.Count);
                }

                continue;
            }

            if (ended || !token.IsWord || !text.IsFree(at))
            {
                continue;
            }

            if (text.Lexicon.SpeakerEnds.Contains(token.Folded) && !text.IsCapital(at))
            {
                ended = names.Count + roles.Count > 0;
                continue;
            }

            pronoun |= text.Lexicon.Pronouns.Contains(token.Folded);
            if (text.Lexicon.Stop.Contains(token.Folded) && !NameReader.IsAcronym(text, at))
            {
                continue;
            }

            if (Tokenizer.IsApostrophe(text.After(at)))
            {
                // "Donald Trump's spokesman": neither part of the owner's name is the speaker's.
                names.RemoveRange(part, names.Count - part);
            }
            else if (text.IsCapital(at) && !text.Lexicon.CommonStarts.Contains(token.Folded)
                && (!text.StartsSentence(at) || statement.Of(FactKind.Name).Any(name => name.Span.Contains(token.Span))))
            {
                names.Add(token.Folded);
            }
            else
            {
                roles.Add(token.Folded);
            }
        }

        // Roles compare as terms, so that "spokesmen" meets "spokesman".
        var terms = statement.Terms.Where(term => statement.TokenAt(term.Span.Start) is { } at && at >= from && at < to
            && roles.Contains(text.Tokens[at].Folded)).Select(term => term.Text);
        return new Speaker([.. names.Distinct()], [.. terms.Distinct()], pronoun);
    }
}
