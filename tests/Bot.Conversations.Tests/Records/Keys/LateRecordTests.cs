using Bot.Conversations.Asking;
using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Conversations.Tests.Records.Keys;

/// <summary>A record that cannot be opened when Bot starts.</summary>
public sealed class LateRecordTests
{
    private readonly ScriptedChannel _channel = new(recognises: true);

    [Fact]
    public async Task A_question_is_refused_while_the_record_is_gone_and_taken_once_it_is_there()
    {
        await using var record = new SqliteRig();
        var place = Path.Combine(Path.GetDirectoryName(record.File)!, "place");
        await File.WriteAllTextAsync(place, "", TestContext.Current.CancellationToken);
        await using var world = await World.StartAsync(
            record, _channel, new ScriptedAnswering(), null, ("Records:Path", Path.Combine(place, "record.db")), ("Records:Key", Convert.ToBase64String(new byte[32])));
        Assert.IsType<Admission.TryAgain>(await world.Reception.AskAsync(_channel.Question("c", "1", "one"), TestContext.Current.CancellationToken));

        File.Delete(place);

        Assert.Equal(TurnState.Delivered, (await world.AnswerAsync(_channel.Question("c", "1", "one"))).State);
    }
}
