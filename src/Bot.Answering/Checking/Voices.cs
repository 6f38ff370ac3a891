using System.Collections.Immutable;
using Bot.Knowledge.Articles;

namespace Bot.Answering.Checking;

/// <summary>Who says what in a sentence of a passage, read when it is first asked for.</summary>
/// <param name="sentence">The sentence, with its neighbours.</param>
internal sealed class Voices(Evidence sentence)
{
    private const int FarthestSpeaker = 3;

    private (ImmutableArray<Speech> Speeches, Evidence? SpokenIn)? _read;

    /// <summary>Its own reports and those of a neighbour whose quotation it is part of.</summary>
    public ImmutableArray<Speech> Speeches => Read.Speeches;

    /// <summary>The sentence that tells whose words these are, when it is another one.</summary>
    public Evidence? SpokenIn => Read.SpokenIn;

    private (ImmutableArray<Speech> Speeches, Evidence? SpokenIn) Read =>
        _read ??= sentence.IsQuoted && Reports.IsEmpty ? Attributed() : (Reports, null);

    private ImmutableArray<Speech> Reports => field.IsDefault ? field = SpeechReader.Read(sentence.Statement, sentence.Quoted) : field;

    private bool HasFrame => Reports.Any(speech => speech.Frame.Length > 0);

    // A quotation's speaker may be named in the sentence after it or before it.
    private (ImmutableArray<Speech> Speeches, Evidence? SpokenIn) Attributed()
    {
        var whole = new TextSpan(0, sentence.Statement.Text.Length);
        if ((Nearest(static other => other.Next) ?? Nearest(PreviousInPassage)) is { } source)
        {
            return ([.. source.Speeches.Where(speech => speech.Frame.Length > 0).Select(speech => speech with { Covered = [whole], Frame = default })], source);
        }

        var by = sentence.Passage.Attribution is { } attribution
            ? SpeakerReader.Read(new Statement(attribution, sentence.Statement.Language)) : Speaker.Unknown;
        return ([new Speech(Speech.Say, by, [whole])], null);
    }

    private static Evidence? PreviousInPassage(Evidence other) => other.Previous is { } previous && previous.Passage == other.Passage ? previous : null;

    private Evidence? Nearest(Func<Evidence, Evidence?> step)
    {
        var other = step(sentence);
        for (var distance = 0; other?.Voices is { } voices && distance < FarthestSpeaker; distance++, other = step(other))
        {
            if (!other.Quoted.IsEmpty && voices.HasFrame)
            {
                return other;
            }

            if (!other.IsQuoted)
            {
                // "…," he went on. A narrator's sentence between ends the search, unless it introduces the quotation.
                return voices.HasFrame && other.Statement.Text.TrimEnd() is [.., ':'] ? other : null;
            }
        }

        return null;
    }
}
