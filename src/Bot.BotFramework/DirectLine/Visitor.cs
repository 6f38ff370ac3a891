using System.Buffers.Text;
using System.Security.Cryptography;

namespace Bot.BotFramework.DirectLine;

/// <summary>A reader at our page, as a token names them.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="User">The reader: nobody but a random name.</param>
/// <param name="Origin">The page's origin; <see langword="null"/> for programs that are no page.</param>
/// <param name="Article">The article that the page is about, which the welcome speaks of.</param>
internal sealed record Visitor(string Conversation, string User, string? Origin, string? Article)
{
    private const int Randomness = 16;

    /// <summary>Somebody new. Web Chat takes names that begin with <c>dl_</c> from tokens only.</summary>
    public static Visitor New(string? origin, string? article) => new(Random(), "dl_" + Random(), origin, article);

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Randomness));
}
