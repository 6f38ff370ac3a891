namespace Bot.Host.Soak;

/// <summary>What many readers with Web Chat showed.</summary>
internal sealed class WebChatReport(WebChatUser[] users, double[] connecting, string[] failures, int expected)
{
    /// <summary>Sockets that ended before their readers left.</summary>
    public required int Disconnected { get; init; }

    public required string Record { get; init; }

    public required TimeSpan Took { get; init; }

    public required string Machine { get; init; }

    public required string Load { get; init; }

    /// <summary>Memory before anybody came, in MB.</summary>
    public required long Rest { get; init; }

    /// <summary>Memory at most, in MB.</summary>
    public required long Most { get; init; }

    /// <summary>What the host used of the processors.</summary>
    public required TimeSpan Processor { get; init; }

    /// <summary>Prints it.</summary>
    /// <returns>0 when every question was heard once and answered once.</returns>
    public int Tell()
    {
        var questions = users.SelectMany(user => user.Questions).ToArray();
        var (echoed, answered) = (questions.Count(question => question.Echoes == 1), questions.Count(question => question is { Answers: 1, Refused: false }));
        var refused = questions.Count(question => question.Refused);
        var (lost, doubled) = (expected - questions.Count(question => question is { Echoes: > 0, Answers: > 0 }), questions.Count(question => question.Echoes > 1 || question.Answers > 1));
        var (welcomes, strange) = (users.Sum(user => user.Others.Welcomes), users.Sum(user => user.Others.Strange));
        var (answering, begun) = (Sorted(questions.Where(question => question is { Answers: > 0, Refused: false }).Select(question => question.Took.TotalMilliseconds)), Sorted(connecting));
        var each = questions.Length == 0 ? 0 : Processor.TotalMilliseconds / questions.Length;
        Console.WriteLine($"{users.Length} readers, {expected} questions in {Took.TotalSeconds:0} s; load {Load}; {Machine}");
        Console.WriteLine($"echoed once {echoed}, answered once {answered}, told to try again {refused}, lost {lost}, twice {doubled}, welcomes {welcomes}, of no question {strange}, sockets lost {Disconnected}");
        foreach (var group in failures.GroupBy(failure => failure))
        {
            Console.WriteLine($"  {group.Count()} x {group.Key}");
        }

        Console.WriteLine($"from POST to the answer on the socket: p50 {At(answering, 0.5):0} ms, p95 {At(answering, 0.95):0} ms, p99 {At(answering, 0.99):0} ms, most {At(answering, 1):0} ms");
        Console.WriteLine($"from the first request to the welcome on the socket: p50 {At(begun, 0.5):0} ms, p99 {At(begun, 0.99):0} ms, most {At(begun, 1):0} ms");
        Console.WriteLine($"memory: {Rest} MB at rest, at most {Most} MB; processor: {each:0.0} ms a question, its share of connecting included");
        Console.WriteLine($"| {Record} | {users.Length:N0} | {Load} | {answered:N0} of {expected:N0} | {refused} | {lost} | {doubled} | {At(answering, 0.5):0} ms | {At(answering, 0.99):0} ms | {At(begun, 0.5):0} / {At(begun, 0.99):0} ms | {Rest} / {Most} MB | {each:0.0} ms |");
        return refused == 0 && lost == 0 && doubled == 0 && strange == 0 && Disconnected == 0 && welcomes == users.Length && failures.Length == 0 ? 0 : 1;
    }

    private static double[] Sorted(IEnumerable<double> milliseconds) => [.. milliseconds.Order()];

    private static double At(double[] sorted, double part) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
}
