using Bot.Discord.Commands;
using Bot.Discord.Interactions;
using Bot.Discord.Messages;
using Bot.Discord.Tests.Rest;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Commands;

public sealed class CommandRegistrationTests : IAsyncLifetime
{
    private RestRig _rig = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IEnumerable<string> Calls => _rig.Discord.All.Select(arrived => $"{arrived.Method} {arrived.Target}");

    public async ValueTask InitializeAsync() => _rig = await RestRig.StartAsync();

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_rig.Discord.Faults);
        await _rig.DisposeAsync();
    }

    [Fact]
    public async Task Registers_all_once_and_nothing_when_they_are_there()
    {
        await Registration().RegisterAsync(Stop);
        await Registration().RegisterAsync(Stop);
        Assert.Equal(
            [
                "GET /applications/@me", "GET /applications/175928847299117063/commands?with_localizations=true", "PUT /applications/175928847299117063/commands",
                "GET /applications/@me", "GET /applications/175928847299117063/commands?with_localizations=true",
            ],
            Calls);
    }

    [Fact]
    public async Task Registers_all_anew_when_one_has_changed()
    {
        await Registration().RegisterAsync(Stop);
        await Registration(description: "Ask something else.").RegisterAsync(Stop);
        Assert.Equal(2, Calls.Count(call => call.StartsWith("PUT", StringComparison.Ordinal)));
        Assert.Contains("Ask something else.", _rig.Discord.Commands, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_ask_for_an_id_that_is_set()
    {
        await Registration(application: ScriptedDiscord.Application).RegisterAsync(Stop);
        Assert.StartsWith("GET /applications/175928847299117063/commands", Calls.First(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{"code":30034,"message":"Max number of daily application command creates has been reached (200)"}""", "200 a day")]
    [InlineData(400, """{"code":50035,"errors":{"0":{"options":{"1":{"description":{"_errors":[{"code":"BASE_TYPE_BAD_LENGTH","message":"secret words"}]}}}}}}""", "a mistake at 0.options.1.description")]
    [InlineData(403, """{"code":50001}""", "Discord:ApplicationId and Discord:Token must be of one application")]
    public async Task Says_what_to_do_when_Discord_does_not_take_them(int status, string body, string cure)
    {
        _rig.Discord.Script = async (context, _) =>
        {
            if (context.Request.Method != "PUT")
            {
                return false;
            }

            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
            return true;
        };
        await Registration().RegisterAsync(Stop);
        Assert.Contains(_rig.Log.Lines, line => line.StartsWith("Error: Discord did not take the commands", StringComparison.Ordinal) && line.Contains(cure, StringComparison.Ordinal));
        Assert.DoesNotContain(_rig.Log.Lines, line => line.Contains("secret words", StringComparison.Ordinal));
        Assert.Single(Calls, call => call.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Registers_all_when_there_is_nothing_to_compare_with()
    {
        _rig.Discord.Script = (context, _) =>
        {
            var isUnknown = context.Request.Method == "GET" && context.Request.Path.Value!.EndsWith("/commands", StringComparison.Ordinal);
            context.Response.StatusCode = isUnknown ? 404 : 200;
            return Task.FromResult(isUnknown);
        };
        await Registration().RegisterAsync(Stop);
        Assert.Contains("Ask.", _rig.Discord.Commands, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tries_again_when_Discord_fails()
    {
        var failures = 12;
        _rig.Discord.Script = (context, _) =>
        {
            var fails = Interlocked.Decrement(ref failures) >= 0;
            context.Response.StatusCode = fails ? 502 : 200;
            return Task.FromResult(fails);
        };
        await Registration().RegisterAsync(Stop);
        Assert.Contains("ask", _rig.Discord.Commands, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stops_when_the_token_is_refused()
    {
        _rig.Discord.Script = (context, _) =>
        {
            context.Response.StatusCode = 401;
            return Task.FromResult(true);
        };
        await Registration().RegisterAsync(Stop);
        await Registration().RegisterAsync(Stop);
        Assert.Single(Calls);
    }

    private CommandRegistration Registration(string description = "Ask.", string? application = null) =>
        new(_rig.Client, [new Asks(description)], Options.Create<DiscordOptions>(new() { ApplicationId = application }), _rig.Time, new Random(1), _rig.Logger<CommandRegistration>());

    private sealed class Asks(string description) : ICommand
    {
        public ApplicationCommand Definition => new("ask") { Description = description, Options = [new(CommandOption.Words, "question", "What") { Required = true }] };

        public Task<byte[]> RunAsync(Interaction used, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
