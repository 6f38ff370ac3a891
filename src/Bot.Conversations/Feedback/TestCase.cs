using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Answering.Answers;
using Bot.Conversations.Records.Rows;

namespace Bot.Conversations.Feedback;

/// <summary>An answer as a case of a test file: what was asked, and what must not be said again.</summary>
internal static class TestCase
{
    // Strings of JSON are strings of YAML.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(TurnRow turn, Answer answer, IReadOnlyList<string> reasons)
    {
        var yaml = new StringBuilder();
        foreach (var reason in reasons)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"# A reader: {reason.ReplaceLineEndings(" ")}\n");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"- question: {Quote(turn.Text)}\n");
        if (turn.Article is { } article)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  article: {Quote(article)}\n");
        }

        yaml.Append(CultureInfo.InvariantCulture, $"  date: {turn.Asked ?? turn.Received:yyyy-MM-dd}\n");
        yaml.Append("  assert:\n");
        yaml.Append("    # Say what a good answer has: outcome, contains, cites, short …\n");
        foreach (var said in SaidBy(answer))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    - not-contains: {Quote(said)}\n");
        }

        return yaml.ToString();
    }

    private static IEnumerable<string> SaidBy(Answer answer) => answer switch
    {
        Answer.Answered answered => answered.Claims.Select(claim => claim.Text),
        Answer.Conflicting conflicting => conflicting.Sides.Select(claim => claim.Text),
        _ => [answer.Text],
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoting);
}
