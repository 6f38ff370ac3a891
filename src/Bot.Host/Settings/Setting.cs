using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Bot.Answering;
using Bot.BotFramework.Identity;
using Bot.Conversations.Asking;
using Bot.Discord;
using Bot.Host.Serving;
using Bot.Knowledge;

namespace Bot.Host.Settings;

/// <summary>A setting, as the code has it.</summary>
/// <param name="Name">With its section, such as <c>Model:Name</c>.</param>
/// <param name="Kind">What is written there.</param>
/// <param name="Default">What holds when nothing is.</param>
/// <param name="Allowed">The values that are taken; empty when any is.</param>
/// <param name="Meaning">What it is for.</param>
internal sealed record Setting(string Name, string Kind, string Default, string Allowed, string Meaning)
{
    private const string None = "none";

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
            KindOf(type),
            Written(property.GetValue(fresh)),
            string.Join(", ", AllowedBy(property, type)),
            documents.Of(property));
    }

    private static string KindOf(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "time",
        _ when type == typeof(double) => "number",
        _ when type.IsEnum => "word",
        _ when type.IsAssignableTo(typeof(IEnumerable)) => "list",
        _ => "whole number",
    };

    private static IEnumerable<string> AllowedBy(PropertyInfo property, Type type)
    {
        if (type.IsEnum)
        {
            yield return string.Join(" or ", Enum.GetNames(type));
        }

        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            var said = rule switch
            {
                RangeAttribute range => $"{Written(range.Minimum)} to {Written(range.Maximum)}",
                StringLengthAttribute length => $"at most {length.MaximumLength} characters",
                RegularExpressionAttribute pattern => $"`{pattern.Pattern}`",
                RequiredAttribute => "not empty",
                _ => null,
            };
            if (said is not null)
            {
                yield return said;
            }
        }
    }

    // Bounds of times are kept as they were written; values are written as bounds are.
    private static string Written(object? value) => value switch
    {
        null or "" => None,
        bool known => known ? "true" : "false",
        string text => text,
        TimeSpan time => time.Ticks % TimeSpan.TicksPerSecond == 0 ? time.ToString("c") : time.ToString("c").TrimEnd('0'),
        IEnumerable list => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>().Select(Written)) : None,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
