using Bot.Answering.Models;

namespace Bot.Answering.Tests.Models;

public sealed class TokenLimitHandlerTests
{
    private const string Body = """{"model":"m","max_completion_tokens":222}""";

    [Theory]
    [InlineData("https://api.openai.com/v1/chat/completions", Body)]
    [InlineData("https://me.openai.azure.com/openai/v1/chat/completions", Body)]
    [InlineData("https://notopenai.com/v1/chat/completions", """{"model":"m","max_tokens":222}""")]
    [InlineData("http://localhost:11434/v1/chat/completions", """{"model":"m","max_tokens":222}""")]
    public async Task The_limit_has_the_name_the_endpoint_knows(string address, string sent)
    {
        using var inner = new Recording();
        using var client = new HttpClient(new TokenLimitHandler { InnerHandler = inner });

        using var response = await client.PostAsync(new Uri(address), new StringContent(Body), TestContext.Current.CancellationToken);

        Assert.Equal(sent, inner.Sent);
    }

    private sealed class Recording : HttpMessageHandler
    {
        public string? Sent { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
