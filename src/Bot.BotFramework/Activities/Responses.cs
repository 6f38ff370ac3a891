using System.Text.Json;

namespace Bot.BotFramework.Activities;

/// <summary>What an invoke is answered with: the HTTP response itself.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Its body; <see langword="null"/> for none.</param>
internal sealed record InvokeResponse(int Status, JsonElement? Body = null);

/// <summary>What an activity with <c>deliveryMode</c> <c>expectReplies</c> is answered with.</summary>
/// <param name="Activities">The replies.</param>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>What a connector answers to an activity that is sent.</summary>
/// <param name="Id">The activity's name; Teams gives none for some.</param>
internal sealed record ResourceResponse(string? Id);

/// <summary>What went wrong, as the protocol says it.</summary>
/// <param name="Error">The error.</param>
internal sealed record ErrorResponse(ErrorDetail? Error);

/// <summary>An error.</summary>
/// <param name="Code">Its name, such as <c>BadArgument</c>.</param>
/// <param name="Message">Words for whoever looks after it.</param>
internal sealed record ErrorDetail(string? Code, string? Message);
