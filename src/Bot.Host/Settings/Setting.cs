using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Bot.Answering;
using Bot.BotFramework.Identity;
using Bot.Conversations.Asking;
using Bot.Discord;
using Bot.Host.Serving;
using Bot.Knowledge;
using Bot.Knowledge.Settings;

namespace Bot.Host.Settings;

/// <summary>A setting, as the code has it.</summary>
/// <param name="Name">With its section, such as <c>Model:Name</c>.</param>
/// <param name="Kind">What is written there.</param>
/// <param name="Default">What holds when nothing is.</param>
/// <param name="Allowed">The values that are taken; empty when any is.</param>
/// <param name="Meaning">What it is for.</param>
internal sealed record Setting(string Name, string Kind, string Default, string Allowed, string Meaning)
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(KnowledgeOptions).Assembly, typeof(AnsweringOptions).Assembly, typeof(TurnOptions).Assembly, typeof(WebOptions).Assembly, typeof(BotFrameworkOptions).Assembly,
        typeof(DiscordOptions).Assembly,
    ];

    /// <summary>All settings, in the order of the parts they belong to.</summary>
    public static IEnumerable<Setting> All() =>
        from assembly in Assemblies
        let documents = new CodeDocuments(assembly)
        from type in assembly.GetTypes().Where(IsOptions).OrderBy(Section, StringComparer.Ordinal)
        let fresh = Activator.CreateInstance(type)!
        from property in type.GetProperties().Where(property => property.SetMethod is not null).OrderBy(property => property.MetadataToken)
        select Of(property, fresh, documents);

    private static bool IsOptions(Type type) => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField(nameof(Section)) is not null;

    private static string Section(Type type) => (string)type.GetField(nameof(Section))!.GetRawConstantValue()!;

    private static Setting Of(PropertyInfo property, object fresh, CodeDocuments documents)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return new(
            $"{Section(property.DeclaringType!)}:{property.Name}".TrimStart(':'),
            type.IsEnum ? "a word" : SettingText.KindOf(type),
            SettingText.Of(property.GetValue(fresh)),
            string.Join(", ", AllowedBy(property, type)),
            documents.Of(property));
    }

    private static IEnumerable<string> AllowedBy(PropertyInfo property, Type type)
    {
        if (type.IsEnum)
        {
            yield return SettingText.KindOf(type);
        }

        foreach (var allowed in property.GetCustomAttributes<ValidationAttribute>().Select(SettingText.AllowedBy).OfType<string>())
        {
            yield return allowed;
        }
    }
}
