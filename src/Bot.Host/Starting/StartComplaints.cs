using System.Collections.Immutable;
using Bot.Knowledge.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Host.Starting;

/// <summary>What the host says when it cannot start: what is wrong and how it is mended, without the places in the code.</summary>
internal static class StartComplaints
{
    /// <summary>The exit code of a host that something its operator can mend kept from starting.</summary>
    public const int ExitCode = 2;

    /// <summary>A line for each thing that is wrong; none when the error is nothing that its operator can mend.</summary>
    public static ImmutableArray<string> Of(Exception error) => error switch
    {
        OptionsValidationException settings => [.. SettingComplaints.Of(settings)],
        AggregateException several => [.. several.InnerExceptions.SelectMany(inner => Of(inner)).Distinct()],
        InvalidDataException unreadable => [SettingComplaints.WithCauses(unreadable)],
        IOException { InnerException: AddressInUseException } taken => [$"{taken.Message.TrimEnd('.')}: stop what listens there, or name another address with ASPNETCORE_URLS."],
        FormatException malformed when malformed.TargetSite?.DeclaringType == typeof(BindingAddress) => [$"{malformed.Message}: write ASPNETCORE_URLS as http://127.0.0.1:5000, or unix sockets as http://unix:/run/bot.sock."],
        _ => [],
    };
}
