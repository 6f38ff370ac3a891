using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Models;

/// <summary>Names everything that is wrong with the model's settings at once, each with its value and its cure.</summary>
internal sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        string[] failures = [.. OfEndpoint(options), .. OfKey(options), .. OutOfRange(options), .. OutOfOrder(options)];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> OfEndpoint(ModelOptions options)
    {
        var (endpoint, name) = (options.Endpoint?.Trim(), options.Name?.Trim());
        if (string.IsNullOrEmpty(endpoint) != string.IsNullOrEmpty(name))
        {
            yield return string.IsNullOrEmpty(name)
                ? "Model:Endpoint is set but Model:Name is empty; name the model to ask, or empty both to answer without a model."
                : $"Model:Name is '{name}' but Model:Endpoint is empty; give its base address (https://api.openai.com/v1), or empty both to answer without a model.";
        }

        if (string.IsNullOrEmpty(endpoint))
        {
            yield break;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            yield return $"Model:Endpoint is '{endpoint}', which is no http or https address; write one such as http://localhost:11434/v1.";
        }
        else if (uri.UserInfo.Length > 0)
        {
            yield return $"Model:Endpoint ({options.PrintableEndpoint}) has a user or password in it; put the key in Model:ApiKey instead.";
        }
    }

    private static IEnumerable<string> OfKey(ModelOptions options)
    {
        // A key with a line break or a blank makes a header error that prints the key.
        if (options.ApiKey is { Length: > 0 } key && key.Any(character => character is <= ' ' or > '~'))
        {
            yield return "Model:ApiKey has white space or characters outside ASCII in it (not shown here); paste it again without line breaks.";
        }
    }

    private static IEnumerable<string> OutOfRange(ModelOptions options) =>
        from property in typeof(ModelOptions).GetProperties()
        let range = property.GetCustomAttribute<RangeAttribute>()
        where range is not null && !range.IsValid(property.GetValue(options))
        select string.Create(
            CultureInfo.InvariantCulture,
            $"Model:{property.Name} is {property.GetValue(options)}; it must be from {range.Minimum} to {range.Maximum}.");

    private static IEnumerable<string> OutOfOrder(ModelOptions options)
    {
        if (options.AttemptTimeout > options.FirstTokenTimeout)
        {
            yield return $"Model:AttemptTimeout is {options.AttemptTimeout}, longer than Model:FirstTokenTimeout ({options.FirstTokenTimeout}); shorten it.";
        }

        if (options.FirstTokenTimeout > options.TotalTimeout)
        {
            yield return $"Model:FirstTokenTimeout is {options.FirstTokenTimeout}, longer than Model:TotalTimeout ({options.TotalTimeout}); shorten it.";
        }
    }
}
