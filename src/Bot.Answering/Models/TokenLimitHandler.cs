using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Bot.Answering.Models;

/// <summary>
/// Names the limit of tokens as the endpoint knows it. The client writes OpenAI's newer name, which Ollama and others silently ignore and
/// strict ones refuse; the older name is understood everywhere except by OpenAI's reasoning models.
/// </summary>
internal sealed class TokenLimitHandler : DelegatingHandler
{
    private const string Newer = "max_completion_tokens";
    private const string Older = "max_tokens";

    private static readonly string[] KnowNewer = [".openai.com", ".azure.com"];

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content
            && !KnowNewer.Any(domain => request.RequestUri!.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)))
        {
            var body = JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false))!.AsObject();
            if (body.Remove(Newer, out var limit))
            {
                body[Older] = limit;
                request.Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json"));
            }
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
