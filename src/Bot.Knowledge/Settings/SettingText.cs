using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Bot.Knowledge.Settings;

/// <summary>Settings in words: for the table of settings and for what is said of wrong ones.</summary>
public static class SettingText
{
    private const string None = "none";

    /// <summary>What is written for a setting of that type, such as <c>a whole number</c>.</summary>
    /// <param name="property">The type of the options' property.</param>
    public static string KindOf(Type property) => (Nullable.GetUnderlyingType(property) ?? property) switch
    {
        var type when type == typeof(string) => "text",
        var type when type == typeof(bool) => "true or false",
        var type when type == typeof(TimeSpan) => "a time",
        var type when type == typeof(double) => "a number",
        { IsEnum: true } type => string.Join(" or ", Enum.GetNames(type)),
        var type when type.IsAssignableTo(typeof(IEnumerable)) => "a list",
        _ => "a whole number",
    };

    /// <summary>What a rule allows; <see langword="null"/> for a rule that has no such words.</summary>
    /// <param name="rule">A rule of the options' property.</param>
    public static string? AllowedBy(ValidationAttribute rule) => rule switch
    {
        RangeAttribute range => $"{Of(range.Minimum)} to {Of(range.Maximum)}",
        StringLengthAttribute length => $"at most {length.MaximumLength} characters",
        RegularExpressionAttribute pattern => $"`{pattern.Pattern}`",
        RequiredAttribute => "not empty",
        _ => null,
    };

    /// <summary>A value as it is written: bounds of times are kept as they were written, and values are written as bounds are.</summary>
    /// <param name="value">The value of the options' property.</param>
    public static string Of(object? value) => value switch
    {
        null or "" => None,
        bool known => known ? "true" : "false",
        string text => text,
        TimeSpan time => time.Ticks % TimeSpan.TicksPerSecond == 0 ? time.ToString("c") : time.ToString("c").TrimEnd('0'),
        IEnumerable list => list.Cast<object>().Any() ? string.Join(", ", list.Cast<object>().Select(Of)) : None,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
