namespace Bot.Host.Tests.Watching;

/// <summary>Tests of what is measured run while no other host is in the process: whoever listens to its meters hears all of them.</summary>
[CollectionDefinition(nameof(WatchedAlone), DisableParallelization = true)]
public sealed class WatchedAlone : ICollectionFixture<EveryChannel>;
