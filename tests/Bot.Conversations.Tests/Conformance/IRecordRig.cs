namespace Bot.Conversations.Tests.Conformance;

/// <summary>A fresh database for one test.</summary>
public interface IRecordRig : IAsyncDisposable
{
    /// <summary>The settings that lead to it.</summary>
    IEnumerable<KeyValuePair<string, string?>> Settings { get; }
}
