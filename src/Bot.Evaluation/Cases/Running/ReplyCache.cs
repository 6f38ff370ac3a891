using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Bot.Evaluation.Cases.Running;

/// <summary>
/// Keeps a model's replies as files. A reply's name is the hash of all that it depends on: the endpoint and the request's body, which has the model,
/// its settings and the rendered prompt with the question and the passages as their articles have them now, and which repeat it is.
/// </summary>
/// <param name="folder">Where they are kept.</param>
internal sealed class ReplyCache(string folder)
{
    /// <summary>The reply's name.</summary>
    public static string KeyOf(Uri endpoint, byte[] body, int repeat)
    {
        var head = Encoding.UTF8.GetBytes($"{endpoint}\n{repeat}\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. head, .. body]))[..40];
    }

    /// <summary>The reply of that name; <see langword="null"/> when none is kept, or none that can be read.</summary>
    public async Task<CachedReply?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<CachedReply>(await File.ReadAllTextAsync(PathOf(key), cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a reply.</summary>
    public async Task KeepAsync(string key, CachedReply reply, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var writing = $"{PathOf(key)}.{Path.GetRandomFileName()}";
        await File.WriteAllTextAsync(writing, JsonSerializer.Serialize(reply), cancellationToken).ConfigureAwait(false);
        File.Move(writing, PathOf(key), overwrite: true);
    }

    private string PathOf(string key) => Path.Combine(folder, $"{key}.json");
}

/// <summary>A model's reply.</summary>
/// <param name="Body">The response's body, as it was streamed.</param>
/// <param name="ContentType">What the endpoint said it is.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record CachedReply(string Body, string? ContentType, TimeSpan Elapsed);
