using System.Collections.Immutable;
using Bot.Answering.Checking;
using Bot.Answering.Questions;
using Bot.Knowledge.Passages;
using Bot.Knowledge.Search;

namespace Bot.Answering.Ranking;

/// <summary>Whether a sentence is what the one asked about says.</summary>
/// <param name="question">A question for what somebody says.</param>
internal sealed class SpeechFit(ReadQuestion question)
{
    private const double AnotherSpeaker = 0.4;

    private readonly Dictionary<PassageId, ImmutableArray<Evidence>> _read = [];

    private readonly HashSet<string> _asked = [.. Asked(question).Select(term => term.Span.In(question.Text).ToLowerInvariant())];

    /// <summary>1 for words of a speaker the question names, less for another's, 0 where nobody speaks.</summary>
    public double Of(SearchHit hit)
    {
        if (!_read.TryGetValue(hit.Passage.Id, out var sentences))
        {
            _read.Add(hit.Passage.Id, sentences = PassageEvidence.Read(hit.Passage));
        }

        var sentence = sentences[hit.SentenceIndex];
        return sentence.Speeches.IsEmpty ? 0 : sentence.Speeches.Any(speech => IsAskedFor(speech.Speaker, sentence)) ? 1 : AnotherSpeaker;
    }

    // In "what did she say?" only the turns before name anybody.
    private static IEnumerable<QuestionTerm> Asked(ReadQuestion question) => question.NamesTopic ? question.Terms.Where(term => term.IsOwn) : question.Terms;

    private bool IsAskedFor(Speaker speaker, Evidence sentence) =>
        speaker.Names.Any(_asked.Contains) || speaker.Roles.Any(_asked.Contains)
        || (speaker.NeedsAntecedent && sentence.Previous is { } previous && previous.Antecedents.Any(_asked.Contains));
}
