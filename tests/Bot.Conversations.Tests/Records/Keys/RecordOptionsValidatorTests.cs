using Bot.Conversations.Records;
using Bot.Conversations.Tests.Surroundings;

namespace Bot.Conversations.Tests.Records.Keys;

public sealed class RecordOptionsValidatorTests
{
    private const string Postgres = "Host=localhost;Database=bot;Username=bot";

    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]);
    private static readonly string Another = Convert.ToBase64String([.. Enumerable.Repeat((byte)2, 32)]);

    [Fact]
    public void A_key_and_the_one_before_it_are_right() => Assert.Empty(Failures(new() { Key = Key, PreviousKey = Another }));

    [Theory]
    [InlineData("s3cret!")]
    [InlineData("c2hvcnQ=")]
    public void A_previous_key_that_is_none_is_named_and_not_shown(string previous)
    {
        var failure = Assert.Single(Failures(new() { Key = Key, PreviousKey = previous }));

        Assert.Equal("Records:PreviousKey must be at least 32 bytes in Base64 (it is not shown here); make one with 'openssl rand -base64 32'.", failure);
    }

    [Fact]
    public void A_key_that_is_set_before_itself_is_named_and_not_shown()
    {
        var failure = Assert.Single(Failures(new() { Key = Key, PreviousKey = $" {Key} " }));

        Assert.StartsWith("Records:PreviousKey is the same as Records:Key", failure, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_previous_key_with_nothing_after_it_is_named()
    {
        var failure = Assert.Single(Failures(new() { Path = "nowhere/record.db", PreviousKey = Key }));

        Assert.Equal("Records:PreviousKey is there without a key that comes after it: set Records:Key to the new one, or leave Records:PreviousKey out.", failure);
    }

    [Fact]
    public async Task The_keys_file_comes_after_a_previous_key_too()
    {
        await using var record = new SqliteRig();
        await File.WriteAllTextAsync(record.File + ".key", Another, TestContext.Current.CancellationToken);

        Assert.Empty(Failures(new() { Path = record.File, PreviousKey = Key }));
    }

    [Fact]
    public async Task The_keys_file_is_none_of_postgres()
    {
        await using var record = new SqliteRig();
        await File.WriteAllTextAsync(record.File + ".key", Another, TestContext.Current.CancellationToken);

        Assert.Equal(["Records:Key", "Records:PreviousKey"], Failures(new() { Path = record.File, Postgres = Postgres, PreviousKey = Key }).Select(failure => failure.Split(' ')[0]));
    }

    [Fact]
    public void All_that_is_wrong_is_named_at_once() =>
        Assert.Equal(["Records:Postgres", "Records:Key", "Records:PreviousKey"], Failures(new() { Postgres = "nonsense", Key = "short", PreviousKey = "shorter" }).Select(failure => failure.Split(' ')[0]));

    private static IEnumerable<string> Failures(RecordOptions options) => new RecordOptionsValidator().Validate(null, options).Failures ?? [];
}
