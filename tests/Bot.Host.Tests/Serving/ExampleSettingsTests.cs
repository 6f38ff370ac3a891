using System.Reflection;
using System.Text;
using System.Text.Json;
using Bot.Answering;
using Bot.BotFramework.Identity;
using Bot.Conversations.Asking;
using Bot.Discord;
using Bot.Host.Serving;
using Bot.Knowledge.Articles;
using Microsoft.Extensions.Configuration;

namespace Bot.Host.Tests.Serving;

/// <summary><c>appsettings.example.json</c> is what operators go by: it must say what the code does.</summary>
public sealed class ExampleSettingsTests
{
    private static readonly string ExamplePath = Path.Combine(RepositoryRoot.Find(), "appsettings.example.json");
    private static readonly IConfigurationRoot Example = new ConfigurationBuilder().AddJsonFile(ExamplePath).Build();

    private static readonly Type[] OptionTypes =
        [.. new[] { typeof(Article).Assembly, typeof(Answerer).Assembly, typeof(TurnOptions).Assembly, typeof(BotFrameworkOptions).Assembly, typeof(DiscordOptions).Assembly, typeof(WebOptions).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section") is not null)];

    private static IEnumerable<(string Key, PropertyInfo Property)> Settings =>
        OptionTypes.SelectMany(type => type.GetProperties().Where(property => property.SetMethod is not null).Select(property => ($"{SectionOf(type)}:{property.Name}".TrimStart(':'), property)));

    [Fact]
    public void Names_every_setting_and_no_other() =>
        Assert.Equal(Settings.Select(setting => setting.Key).Order(StringComparer.Ordinal), Leaves().Order(StringComparer.Ordinal));

    [Fact]
    public void Shows_every_default()
    {
        foreach (var type in OptionTypes)
        {
            var (bound, fresh) = (Activator.CreateInstance(type)!, Activator.CreateInstance(type)!);
            foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
            {
                Disturb(bound, property);
            }

            (SectionOf(type).Length == 0 ? Example : (IConfiguration)Example.GetSection(SectionOf(type))).Bind(bound);

            foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
            {
                Assert.True(
                    JsonSerializer.Serialize(property.GetValue(fresh)) == JsonSerializer.Serialize(property.GetValue(bound)),
                    $"{SectionOf(type)}:{property.Name} is '{property.GetValue(bound)}' in appsettings.example.json and '{property.GetValue(fresh)}' in the code.");
            }
        }
    }

    [Fact]
    public void Says_what_every_section_and_setting_means()
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(File.ReadAllText(ExamplePath)), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow });
        List<string> silent = [];
        var before = JsonTokenType.None;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && before != JsonTokenType.Comment)
            {
                silent.Add(reader.GetString()!);
            }

            before = reader.TokenType;
        }

        Assert.Empty(silent);
    }

    private static string SectionOf(Type type) => (string)type.GetField("Section")!.GetRawConstantValue()!;

    private static IEnumerable<string> Leaves()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(ExamplePath), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return [.. LeavesOf("", document.RootElement)];
    }

    private static IEnumerable<string> LeavesOf(string prefix, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(property => LeavesOf(prefix.Length == 0 ? property.Name : $"{prefix}:{property.Name}", property.Value))
            : [prefix];

    // A value that the file must overwrite, so that a line which binds to nothing is noticed.
    private static void Disturb(object options, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object? other = type == typeof(string) ? "disturbed"
            : type == typeof(bool) ? !(bool)(property.GetValue(options) ?? false)
            : type == typeof(TimeSpan) ? TimeSpan.FromDays(77)
            : type.IsPrimitive ? Convert.ChangeType(77, type, null)
            : property.GetValue(options);
        property.SetValue(options, other);
    }
}
