using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Answering;
using Bot.Answering.Contract;
using Bot.Answering.Questions;
using Bot.Cli.Contract;
using Bot.Cli.Terminal;

namespace Bot.Cli.Batches;

/// <summary>
/// Answers lines of questions with lines of answers: several at once, written in the order of the questions, each as soon as it and all
/// before it are ready. A line that cannot be read or answered gives an error line, so that lines in and out stay aligned.
/// </summary>
internal sealed class QuestionBatch(
    Func<QuestionLine, Question> toQuestion,
    Func<Question, CancellationToken, Task<AnsweredQuestion>> ask,
    TextWriter output,
    TextWriter errors)
{
    private static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount);

    /// <returns>The exit code: an error when any line was wrong.</returns>
    public async Task<int> RunAsync(TextReader lines, CancellationToken cancellationToken)
    {
        // The bound keeps reading from running ahead of writing: with the one being awaited, AtOnce are under way.
        var pending = Channel.CreateBounded<Task<Outcome>>(Math.Max(1, AtOnce - 1));
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ = Task.Run(() => ReadAsync(lines, pending.Writer, stopped.Token), CancellationToken.None);
        try
        {
            return await WriteAsync(pending.Reader, stopped.Token);
        }
        finally
        {
            await stopped.CancelAsync();
        }
    }

    private async Task ReadAsync(TextReader lines, ChannelWriter<Task<Outcome>> pending, CancellationToken cancellationToken)
    {
        try
        {
            for (var number = 1; await lines.ReadLineAsync(cancellationToken) is { } line; number++)
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    var at = number;
                    await pending.WaitToWriteAsync(cancellationToken);
                    pending.TryWrite(Task.Run(() => AnswerAsync(at, line, cancellationToken), cancellationToken));
                }
            }

            pending.TryComplete();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            pending.TryComplete(error);
        }
    }

    private async Task<int> WriteAsync(ChannelReader<Task<Outcome>> pending, CancellationToken cancellationToken)
    {
        var exitCode = ExitCode.Done;
        await foreach (var next in pending.ReadAllAsync(cancellationToken))
        {
            var (line, complaint) = await next;
            await output.WriteLineAsync(line.AsMemory(), cancellationToken);
            await output.FlushAsync(cancellationToken);
            if (complaint is not null)
            {
                exitCode = ExitCode.Error;
                await errors.WriteLineAsync(complaint.AsMemory(), cancellationToken);
            }
        }

        return exitCode;
    }

    private async Task<Outcome> AnswerAsync(int number, string line, CancellationToken cancellationToken)
    {
        JsonElement? id = null;
        try
        {
            using var parsed = JsonDocument.Parse(line);
            id = parsed.RootElement.ValueKind == JsonValueKind.Object && parsed.RootElement.TryGetProperty("id", out var given) ? given.Clone() : null;
            var (answer, _) = await ask(toQuestion(QuestionLine.Read(parsed.RootElement)), cancellationToken);
            return new Outcome(ContractJson.Write(AnswerLine.Of(id, answer)), Complaint: null);
        }
        catch (JsonException)
        {
            return Wrong("It is not JSON: write one object such as {\"id\":\"1\",\"question\":\"…\"} on each line.");
        }
        catch (Exception error) when (error is ContractException or CommandError)
        {
            return Wrong(error.Message);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return Wrong($"It could not be answered ({error.GetType().Name}): {error.Message}");
        }

        Outcome Wrong(string complaint) => new(
            ContractJson.Write(new ErrorLine(id, complaint)),
            PlainWords.OnOneLine(string.Create(CultureInfo.InvariantCulture, $"Line {number}: {complaint}")));
    }

    private sealed record Outcome(string Line, string? Complaint);
}
