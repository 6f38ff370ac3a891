using System.Collections.Immutable;
using Bot.Answering.Facts;
using Bot.Answering.Lexicons;

namespace Bot.Answering.Checking;

/// <summary>Finds the words of a statement that deny, hedge, quantify, condition or report.</summary>
internal static class MarkReader
{
    private const int WidestScope = 8;
    private const int WidestQuantity = 2;
    private const string Contraction = "n't";

    public static ImmutableArray<Mark> Read(FactText text, ImmutableArray<Fact> facts, Func<int, string?> termAt)
    {
        var found = new List<(Cue Cue, int From, int To)>();
        for (var at = 0; at < text.Count;)
        {
            at = Next(text, facts, at, found);
        }

        // The terms of other cues belong to no scope: in "could likely resurge" both concern "resurge".
        var taken = found.Where(cue => cue.Cue.Kind is not CueKind.Reporting).SelectMany(cue =>
            Enumerable.Range(cue.From, cue.To - cue.From)).ToHashSet();
        string? Term(int at) => taken.Contains(at) ? null : termAt(at);
        return
        [
            .. from cue in found
               where cue.Cue.Kind != CueKind.None
               select new Mark(cue.Cue, cue.From, cue.To, text.Span(cue.From, cue.To), Scope(text, cue.Cue, cue.From, cue.To, Term)),
        ];
    }

    private static int Next(FactText text, ImmutableArray<Fact> facts, int at, List<(Cue, int, int)> found)
    {
        var token = text.Tokens[at];
        if (IsContraction(token.Folded, out var verb))
        {
            found.Add((new Cue(CueKind.Negation), at, at + 1));
            if (text.Lexicon.Cues.Match([token with { Folded = verb }], 0, out var modal) > 0 && modal.Kind == CueKind.Certainty)
            {
                found.Add((modal, at, at + 1));
            }

            return at + 1;
        }

        var length = text.Lexicon.Cues.Match(text.Tokens, at, out var cue);
        if (length == 0)
        {
            return at + 1;
        }

        if (!IsPartOfFact(facts, token) && (cue!.Kind != CueKind.Reporting || ReportingVerb.Reports(text, at, length)))
        {
            found.Add((cue, at, at + length));
        }

        return at + length;
    }

    private static bool IsContraction(string word, out string verb)
    {
        verb = word switch
        {
            "cannot" or "can't" => "can",
            "won't" => "will",
            _ when word.EndsWith(Contraction, StringComparison.Ordinal) => word[..^Contraction.Length],
            _ => "",
        };
        return verb.Length > 0;
    }

    // "the Islamic State", "May 2019" and "some 200 troops" hold no cues.
    private static bool IsPartOfFact(ImmutableArray<Fact> facts, Token token) =>
        facts.Any(fact => fact.Kind is FactKind.Name or FactKind.Date ? fact.Span.Contains(token.Span) : fact.Kind == FactKind.Number
            && fact.Phrase.Contains(token.Span));

    private static ImmutableArray<string> Scope(FactText text, Cue cue, int from, int to, Func<int, string?> termAt)
    {
        var after = Clause(text, to, 1).Select(termAt).OfType<string>();
        var before = Clause(text, from - 1, -1).Select(termAt).OfType<string>();
        var all = cue.Kind == CueKind.Quantity ? after.Take(WidestQuantity)
            : text.Lexicon.Data.ClauseNegation && cue.Kind == CueKind.Negation ? after.Concat(before)
            : after;
        ImmutableArray<string> scope = [.. all.Distinct().Take(WidestScope)];
        return scope.IsEmpty ? [.. before.Take(WidestQuantity)] : scope;
    }

    private static IEnumerable<int> Clause(FactText text, int start, int step)
    {
        for (var at = start; at >= 0 && at < text.Count; at += step)
        {
            var token = text.Tokens[at];
            if (token.Kind == TokenKind.Sign
                ? token.Folded[0] is not ('-' or '\'' or '’' or '%' or '$' or '€' or '[' or ']' or '“' or '"' or '”')
                : text.Lexicon.ClauseStarts.Contains(token.Folded) && token.Folded is not ("or" or "oder" or "o" or "ou"))
            {
                yield break;
            }

            yield return at;
        }
    }
}
