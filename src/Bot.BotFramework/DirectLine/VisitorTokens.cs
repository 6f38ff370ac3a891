using Bot.Conversations.Channels;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.BotFramework.DirectLine;

/// <summary>
/// The tokens of readers at our page (https://www.rfc-editor.org/rfc/rfc7519): each for one conversation, one reader and one origin. They are signed
/// with a key of the record, so that every process takes those of the others.
/// </summary>
internal sealed class VisitorTokens(ChannelKeys keys, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const string Issuer = "bot";
    private const string Conversations = "directline";
    private const string Streams = "directline/stream";
    private const string ConversationClaim = "conv";
    private const string UserClaim = "user";
    private const string OriginClaim = "origin";
    private const string ArticleClaim = "article";
    private const int LongestToken = 4 * 1024;

    // It stands in an address, which proxies may log: good for little, and not for long.
    private static readonly TimeSpan StreamLife = TimeSpan.FromMinutes(2);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken, SetDefaultTimesOnTokenCreation = false };
    private SymmetricSecurityKey? _key;

    /// <summary>How long a token is good.</summary>
    public TimeSpan Life => options.Value.TokenLife;

    /// <summary>A token for a conversation.</summary>
    public Task<string> OfConversationAsync(Visitor visitor, CancellationToken cancellationToken) => SignAsync(visitor, Conversations, Life, cancellationToken);

    /// <summary>A token that opens the conversation's stream and does nothing else.</summary>
    public Task<string> OfStreamAsync(Visitor visitor, CancellationToken cancellationToken) => SignAsync(visitor, Streams, StreamLife, cancellationToken);

    /// <summary>Reads a token for a conversation.</summary>
    public Task<Proof> ReadAsync(string? token, CancellationToken cancellationToken) => ReadAsync(token, Conversations, cancellationToken);

    /// <summary>Reads a token for a stream.</summary>
    public Task<Proof> ReadStreamAsync(string? token, CancellationToken cancellationToken) => ReadAsync(token, Streams, cancellationToken);

    // Kept: what it takes to sign is kept with it.
    private async Task<SymmetricSecurityKey> KeyAsync(CancellationToken cancellationToken) =>
        _key ??= new(await keys.ForAsync("directline", cancellationToken).ConfigureAwait(false));

    private async Task<string> SignAsync(Visitor visitor, string audience, TimeSpan life, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { [ConversationClaim] = visitor.Conversation, [UserClaim] = visitor.User };
        if (visitor.Origin is { } origin)
        {
            claims[OriginClaim] = origin;
        }

        if (visitor.Article is { } article)
        {
            claims[ArticleClaim] = article;
        }

        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            Claims = claims,
            IssuedAt = now,
            Expires = now + life,
            SigningCredentials = new(await KeyAsync(cancellationToken).ConfigureAwait(false), SecurityAlgorithms.HmacSha256),
        });
    }

    private async Task<Proof> ReadAsync(string? token, string audience, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 0 and <= LongestToken })
        {
            return new Proof.Wrong();
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            IssuerSigningKey = await KeyAsync(cancellationToken).ConfigureAwait(false),
            RequireSignedTokens = true,
            LifetimeValidator = (_, expires, _, _) => expires is not null,
        }).ConfigureAwait(false);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken proven || Claim(proven, ConversationClaim) is not { } conversation || Claim(proven, UserClaim) is not { } user)
        {
            return new Proof.Wrong();
        }

        return proven.ValidTo <= time.GetUtcNow().UtcDateTime
            ? new Proof.Expired()
            : new Proof.Of(new(conversation, user, Claim(proven, OriginClaim), Claim(proven, ArticleClaim)));
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) && value.Length > 0 ? value : null;
}

/// <summary>What a token proves: matched by one switch.</summary>
internal abstract record Proof
{
    private Proof()
    {
    }

    /// <summary>A reader.</summary>
    /// <param name="Visitor">Who.</param>
    public sealed record Of(Visitor Visitor) : Proof;

    /// <summary>Once a reader: clients get a new token and go on.</summary>
    public sealed record Expired : Proof;

    /// <summary>Nothing.</summary>
    public sealed record Wrong : Proof;
}
