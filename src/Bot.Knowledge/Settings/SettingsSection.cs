using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Bot.Knowledge.Articles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Knowledge.Settings;

/// <summary>A section of the settings: read as far as it can be read, and all that is wrong in it named at once.</summary>
internal sealed class SettingsSection<TOptions>(IConfigurationSection section) : IConfigureOptions<TOptions>, IValidateOptions<TOptions>
    where TOptions : class, new()
{
    private static readonly PropertyInfo[] Properties = [.. typeof(TOptions).GetProperties().Where(property => property.SetMethod is not null)];

    /// <inheritdoc/>
    public void Configure(TOptions options)
    {
        var unreadable = Properties.Where(property => !IsReadable(property)).Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (unreadable.Count == 0)
        {
            section.Bind(options);
            return;
        }

        // A value of the wrong type would stop the binder, and what else is wrong would not be seen.
        var readable = section.AsEnumerable(makePathsRelative: true).Where(entry => !unreadable.Contains(entry.Key.Split(ConfigurationPath.KeyDelimiter)[0]));
        new ConfigurationBuilder().AddInMemoryCollection(readable).Build().Bind(options);
    }

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        string[] failures = [.. Misspelt(), .. Properties.SelectMany(property => IsReadable(property) ? Forbidden(property, options) : [Unreadable(property)])];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    // Only what is near a setting's name: settings of another version of Bot may stay where they are.
    private IEnumerable<string> Misspelt() =>
        from child in section.GetChildren()
        where !Properties.Any(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))
        let meant = Slugs.Closest(child.Key, Properties.Select(property => property.Name))
        where meant is not null
        select $"{child.Path} is no setting: did you mean {section.Path}:{meant}?";

    private bool IsReadable(PropertyInfo property)
    {
        try
        {
            section.GetSection(property.Name).Get(property.PropertyType);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private string Unreadable(PropertyInfo property)
    {
        var written = section.GetSection(property.Name);
        var ordinary = property.GetValue(new TOptions()) is { } value ? $", such as {SettingText.Of(value)}" : "";
        return $"{written.Path} is '{written.Value}': write {SettingText.KindOf(property.PropertyType)}{ordinary}.";
    }

    private IEnumerable<string> Forbidden(PropertyInfo property, TOptions options)
    {
        var (name, value) = ($"{section.Path}:{property.Name}", property.GetValue(options));
        return property.GetCustomAttributes<ValidationAttribute>().Where(rule => !rule.IsValid(value)).Select(rule => rule switch
        {
            { ErrorMessage: { } complaint } => complaint,
            RequiredAttribute => $"{name} is empty: remove the setting for '{SettingText.Of(property.GetValue(new TOptions()))}'.",
            _ => $"{name} is '{SettingText.Of(value)}': write {SettingText.AllowedBy(rule)}.",
        });
    }
}
