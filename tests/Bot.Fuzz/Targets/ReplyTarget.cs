using Bot.Fuzz.Running;
using Bot.Knowledge.Reading;
using Bot.Knowledge.Reading.Files;
using Bot.Knowledge.Replies;

namespace Bot.Fuzz.Targets;

/// <summary>The file of fixed replies.</summary>
internal sealed class ReplyTarget : IFuzzTarget
{
    private readonly ReplyFile _file = new(ArticleTarget.Reader());

    public string Name => "replies";

    public string Promise => "Replies, and problems with their lines; never an exception, and never two replies of one name.";

    public IReadOnlyList<byte[]> Seeds { get; } = Texts.Of(
        "- name: crisis-lines\n  title: Help in a crisis\n  source: https://help.example/lines\n  phrases:\n    en: [crisis line, kill myself]\n    de: Krisentelefon\n  text:\n    en: |\n      Call 116 123, at any hour. It is free.\n\n      - by chat\n      - by mail\n    de: \"Rufen Sie 116 123 an.\"\n- name: desk\n  title: Corrections\n  source: https://help.example/desk\n  phrases: {en: correction}\n  text: {en: Write to us.}\n");

    public IReadOnlyList<string> Words { get; } = ["- ", "  ", ": ", "&a ", "*a", "<<: *a", "!!binary ", "|\n", "{", "}", "[", "]", "'", "\"", "# ", "---\n", "name: ", "title: ", "source: ", "phrases: ", "text: ", "en: ", "xx: ", "javascript:x", "? ", "# A\n", "```\n"];

    public ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken)
    {
        var problems = new ProblemList("replies.yaml");
        var replies = _file.Read(new ArticleSource("replies.yaml", input), problems, cancellationToken);
        BrokenPromiseException.Unless(replies.Select(reply => reply.Name).Distinct(StringComparer.Ordinal).Count() == replies.Length, "Two replies of one name.");
        foreach (var text in replies.SelectMany(reply => reply.Texts.Values))
        {
            ArticlePromises.Hold(text.Article);
            BrokenPromiseException.Unless(text.Article.Source is { Scheme: "https" or "http" }, "A source that is no web address.");
        }

        return new($"{replies.Length} {replies.Sum(reply => reply.Texts.Count)} {string.Join('|', problems.ToImmutable().Select(problem => Texts.Bare(problem.Message)).Distinct().Take(4))}");
    }
}
