using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Bot.Answering.Contract;
using Bot.Host.Asking;

namespace Bot.Host.Forms;

/// <summary>A question as a form posts it.</summary>
/// <param name="Question">The reader's words; empty for none.</param>
/// <param name="Article">The slug of the article that is asked; <see langword="null"/> for all.</param>
/// <param name="Key">The form's own name.</param>
internal sealed record PostedForm(string Question, string? Article, IdempotencyKey Key)
{
    /// <summary>
    /// What the record calls the question: the same form with the same words is one question, however often it is sent; a form that the reader goes
    /// back to and changes is another.
    /// </summary>
    public string EventId => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Key.EventId}\n{Article}\n{Question}")));

    public static async Task<PostedForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var article = form[AskForm.Article].ToString();
        return new(form[AskForm.Question].ToString().Replace("\0", "", StringComparison.Ordinal).Trim(), article.Length == 0 ? null : article, KeyOf(form[AskForm.Key].ToString()));
    }

    private static IdempotencyKey KeyOf(string value)
    {
        try
        {
            return IdempotencyKey.Read(value, AskForm.Key);
        }
        catch (ContractException)
        {
            return IdempotencyKey.New();
        }
    }

    /// <summary>The reader's words never get into a log by accident.</summary>
    public override string ToString() => Article ?? "";
}
