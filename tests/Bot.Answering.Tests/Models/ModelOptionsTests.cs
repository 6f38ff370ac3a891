using Bot.Answering.Models;
using Bot.Answering.Tests.ScriptedModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Tests.Models;

public sealed class ModelOptionsTests
{
    [Fact]
    public void The_defaults_are_valid_and_mean_no_model()
    {
        var options = new ModelOptions();

        Assert.Empty(Failures(options));
        Assert.False(options.IsConfigured);
    }

    [Fact]
    public void Names_every_bad_setting_at_once_with_value_and_cure()
    {
        var options = new ModelOptions
        {
            Endpoint = "localhost:11434",
            Name = " ",
            ApiKey = "sk-secret\n",
            Temperature = 3.5,
            MaxOutputTokens = 1,
            AttemptTimeout = TimeSpan.FromMinutes(5),
            FirstTokenTimeout = TimeSpan.FromMinutes(4),
            StallTimeout = TimeSpan.Zero,
            TotalTimeout = TimeSpan.FromMinutes(3),
            RewriteTimeout = TimeSpan.FromDays(1),
            MaxRetries = 11,
            TokensPerDay = -1,
            TokensPerConversation = -2,
        };

        Assert.Equal(
            """
            Model:Endpoint is set but Model:Name is empty; name the model to ask, or empty both to answer without a model.
            Model:Endpoint is 'localhost:11434', which is no http or https address; write one such as http://localhost:11434/v1.
            Model:ApiKey has white space or characters outside ASCII in it (not shown here); paste it again without line breaks.
            Model:Temperature is 3.5; it must be from 0 to 2.
            Model:MaxOutputTokens is 1; it must be from 16 to 100000.
            Model:StallTimeout is 00:00:00; it must be from 00:00:00.0500000 to 01:00:00.
            Model:RewriteTimeout is 1.00:00:00; it must be from 00:00:00.0500000 to 01:00:00.
            Model:MaxRetries is 11; it must be from 0 to 10.
            Model:TokensPerDay is -1; it must be from 0 to 1000000000000.
            Model:TokensPerConversation is -2; it must be from 0 to 1000000000000.
            Model:AttemptTimeout is 00:05:00, longer than Model:FirstTokenTimeout (00:04:00); shorten it.
            Model:FirstTokenTimeout is 00:04:00, longer than Model:TotalTimeout (00:03:00); shorten it.
            """.ReplaceLineEndings("\n"),
            string.Join('\n', Failures(options)));
    }

    [Fact]
    public void A_model_without_an_endpoint_is_half_a_setting() =>
        Assert.StartsWith("Model:Name is 'llama' but Model:Endpoint is empty;", Assert.Single(Failures(new ModelOptions { Name = "llama" })), StringComparison.Ordinal);

    [Fact]
    public void A_password_in_the_endpoint_is_refused_and_not_shown()
    {
        var failure = Assert.Single(Failures(new ModelOptions { Endpoint = "https://me:secret@example.org/v1?key=secret", Name = "llama" }));

        Assert.Equal("Model:Endpoint (https://example.org/v1) has a user or password in it; put the key in Model:ApiKey instead.", failure);
    }

    [Fact]
    public async Task Bad_settings_stop_the_start_rather_than_the_first_question()
    {
        await using var bot = ModelledComposer.At("ftp://example.org", TimeProvider.System, ("Prompts:Path", ""));
        var start = bot.Services.GetRequiredService<IStartupValidator>();

        var error = Assert.Throws<AggregateException>(start.Validate);

        Assert.Contains("Model:Endpoint is 'ftp://example.org'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Prompts:Path is empty;", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Failures(ModelOptions options) => new ModelOptionsValidator().Validate(null, options).Failures ?? [];
}
