namespace Bot.BotFramework.Tests.Serving;

public sealed class WelcomeLanguageTests : IAsyncLifetime
{
    private RunningBot _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await RunningBot.StartAnonymousAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("de-DE", null, "Hallo!")]
    [InlineData(null, "de-DE", "Hallo!")]
    [InlineData("", "fr-FR", "Bonjour !")]
    [InlineData("es-ES", "de-DE", "¡Hola!")]
    [InlineData(null, null, "Hello!")]
    public async Task Greets_in_the_language_of_the_activity_else_of_the_client_else_in_English(string? locale, string? client, string greeting)
    {
        var joined = _bot.Teams("conversationUpdate", text: null, id: "c1");
        joined["locale"] = locale;
        joined["membersAdded"] = new object[] { new { id = "29:anna" } };
        joined["entities"] = client is null ? new object[] { new { type = "clientInfo", country = "DE" } } : [new { type = "clientInfo", country = "DE", platform = "Web", locale = client }];
        using var taken = await _bot.SendAnonymousAsync(joined);

        Assert.StartsWith(greeting, (await _bot.Connector.MessageAsync()).Activity!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_the_clients_language_for_that_of_a_question_that_has_none()
    {
        var asked = _bot.Teams(text: "q", id: "1");
        asked["locale"] = null;
        asked["entities"] = new object[] { new { type = "clientInfo", locale = "fr-FR" } };
        using var taken = await _bot.SendAnonymousAsync(asked);

        await _bot.Connector.MessageAsync();
        Assert.Equal("fr-FR", Assert.Single(_bot.Answering.Asked).Locale);
    }
}
