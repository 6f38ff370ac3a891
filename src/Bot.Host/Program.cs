using Bot.Answering;
using Bot.Conversations;
using Bot.Host.Articles;
using Bot.Host.Asking;
using Bot.Host.Assets;
using Bot.Host.Chatting;
using Bot.Host.Desk;
using Bot.Host.Discord;
using Bot.Host.Finding;
using Bot.Host.Forms;
using Bot.Host.Guarding;
using Bot.Host.Health;
using Bot.Host.Keeping;
using Bot.Host.Notices;
using Bot.Host.Serving;
using Bot.Host.Settings;
using Bot.Host.Starting;
using Bot.Host.Teams;
using Bot.Host.Watching;
using Bot.Knowledge;

switch (args)
{
    case [TeamsPackage.Command, ..]:
        return TeamsPackage.Write(WebApplication.CreateBuilder(args[1..]).Configuration, Console.Out, Console.Error);
    case [SettingsTable.Command, ..]:
        return SettingsTable.Write(WebApplication.CreateBuilder(args[1..]).Configuration, Console.Out, Console.Error);
    case [RecordBackup.Command, ..]:
        return RecordBackup.Write(WebApplication.CreateBuilder(args[1..]).Configuration, Console.Out, Console.Error);
}

try
{
    var app = Build(args);
    await app.CheckRecordAsync();
    Map(app);
    await app.RunAsync();
    return 0;
}
catch (Exception error) when (StartComplaints.Of(error) is { IsEmpty: false } complaints)
{
    foreach (var complaint in complaints)
    {
        await Console.Error.WriteLineAsync(complaint);
    }

    return StartComplaints.ExitCode;
}

static WebApplication Build(string[] args)
{
    var builder = WebApplication.CreateBuilder(args);
    LogDefaults.Add(builder.Configuration);
    SecretFiles.Add(builder.Configuration, Environment.GetEnvironmentVariable(SecretFiles.Variable));
    builder.Services.AddSystemd();
    builder.Services.AddKnowledge().AddAnswering().AddConversations();
    builder.Services.AddWeb().AddServing().AddGuards().AddAsking().AddArticlePages().AddFinding().AddForms().AddChatting().AddHealth().AddMicrosoftChannels().AddDiscordBot();
    builder.Services.AddDesk(builder.Configuration);
    builder.Services.AddBotOpenApi();
    builder.Services.AddTelemetry(builder.Configuration);
    builder.CheckSettings();
    return builder.Build();
}

static void Map(WebApplication app)
{
    app.UseDrain();
    app.UseGuards();
    app.UseDesk();
    app.MapAsking();
    app.MapMicrosoftChannels();
    app.MapDiscordBot();
    app.MapAssets();
    app.MapFinding();
    app.MapArticlePages();
    app.MapForms();
    app.MapChatting();
    app.MapDesk();
    app.MapNotices();
    app.MapHealth();
    app.MapTelemetry();
    app.MapOpenApi();
}
