using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Answering.Answers;

namespace Bot.Answering.Checking;

/// <summary>Writes claims as one text with their citations' numbers: "Sentence one. [1] Sentence two. [2][3]".</summary>
internal static class AnswerText
{
    public static string Of(ImmutableArray<Claim> claims)
    {
        var text = new StringBuilder();
        foreach (var claim in claims)
        {
            if (text.Length > 0)
            {
                text.Append(' ');
            }

            text.Append(claim.Text);
            if (!claim.Citations.IsEmpty)
            {
                text.Append(' ');
            }

            foreach (var citation in claim.Citations)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{citation.Number}]");
            }
        }

        return text.ToString();
    }
}
