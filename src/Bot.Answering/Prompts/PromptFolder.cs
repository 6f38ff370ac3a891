using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Answering.Prompts;

/// <summary>
/// The prompts as their files stand: read when first used, and again when they changed, which is looked at once a second at most. While a
/// prompt is broken, the last good one stays. A draft is taken in place of its file.
/// </summary>
internal sealed partial class PromptFolder(IOptions<PromptOptions> options, IEnumerable<PromptDraft> drafts, TimeProvider time, ILogger<PromptFolder> logger)
{
    private const int MaxFileLength = 100_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Seen> _seen = [];

    /// <summary>The prompt, and what is wrong with its files if anything is.</summary>
    public LoadedPrompt Load(PromptSignature signature)
    {
        lock (_lock)
        {
            var known = _seen.GetValueOrDefault(signature.Name);
            if (known is not null && time.GetElapsedTime(known.LookedAt) < LookEvery)
            {
                return known.Loaded;
            }

            var files = FilesOf(signature);
            if (known?.Files != files)
            {
                var read = Read(signature, files);
                known = new Seen(time.GetTimestamp(), files, read with { Current = read.Current ?? known?.Loaded.Current });
                Report(signature, known.Loaded);
            }

            _seen[signature.Name] = known with { LookedAt = time.GetTimestamp() };
            return known.Loaded;
        }
    }

    private PromptFiles FilesOf(PromptSignature signature)
    {
        var folder = PromptPlace.Of(options.Value, signature.Name);
        return new PromptFiles(FileStamp.Of(Path.Combine(folder, PromptPlace.Template)), FileStamp.Of(Path.Combine(folder, PromptPlace.Config)));
    }

    private LoadedPrompt Read(PromptSignature signature, PromptFiles files)
    {
        List<PromptProblem> problems = [];
        var draft = drafts.FirstOrDefault(draft => draft.Name == signature.Name);
        var template = draft?.Template.ReplaceLineEndings("\n") ?? ReadFile(files.Template, problems);
        var config = draft?.Config ?? ReadFile(files.Config, problems);
        return template is null || config is null
            ? new LoadedPrompt(null, [.. problems])
            : new PromptReader(signature, files.Template.File, files.Config.File).Read(template, config);
    }

    private static string? ReadFile(FileStamp stamp, List<PromptProblem> problems)
    {
        try
        {
            if (stamp.Length <= MaxFileLength)
            {
                return StrictUtf8.GetString(File.ReadAllBytes(stamp.File)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            }

            problems.Add(new PromptProblem(stamp.File, null, $"It has {stamp.Length} bytes.",
                $"A prompt's file may have {MaxFileLength}: shorten it."));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(new PromptProblem(stamp.File, null, "There is no such file.",
                "Put it there, or set Prompts:Path to the folder of prompts."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new PromptProblem(stamp.File, null, $"It cannot be read: {error.Message}", "Check the file and its permissions."));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new PromptProblem(stamp.File, null, "It is not UTF-8.", "Save it as UTF-8."));
        }

        return null;
    }

    private void Report(PromptSignature signature, LoadedPrompt loaded)
    {
        if (loaded.Problems.IsEmpty)
        {
            LogLoaded(signature.Name, loaded.Current!.Version);
        }

        foreach (var problem in loaded.Problems)
        {
            LogBroken(signature.Name, problem, loaded.Current is { } last ? $"version {last.Version} stays in use"
                : "there is no earlier version to use");
        }
    }

    [LoggerMessage(LogLevel.Debug, "Prompt '{Prompt}' is read, version {Version}.")]
    private partial void LogLoaded(string prompt, string version);

    [LoggerMessage(LogLevel.Warning, "Prompt '{Prompt}' is broken: {Problem} Until then {Fallback}.")]
    private partial void LogBroken(string prompt, PromptProblem problem, string fallback);

    private sealed record Seen(long LookedAt, PromptFiles Files, LoadedPrompt Loaded);

    private sealed record PromptFiles(FileStamp Template, FileStamp Config);

    private sealed record FileStamp(string File, DateTime Written, long Length)
    {
        public static FileStamp Of(string path)
        {
            var info = new FileInfo(path);
            return new FileStamp(path, info.Exists ? info.LastWriteTimeUtc : default, info.Exists ? info.Length : -1);
        }
    }
}
