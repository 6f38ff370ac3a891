namespace Bot.Fuzz.Running;

/// <summary>Something that reads what strangers send, and what it promises whatever that is.</summary>
internal interface IFuzzTarget
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>What must hold of every input.</summary>
    string Promise { get; }

    /// <summary>Valid inputs, from which all others are made.</summary>
    IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>Words that mean something to it.</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>Makes another input of one; by bytes, words and lines unless its form is known better.</summary>
    byte[] Mutate(byte[] input, Mutating.Mutator mutator) => mutator.Mutate(input);

    /// <summary>Reads an input.</summary>
    /// <returns>In a few words what came of it: an input that gives new ones is worth going on from.</returns>
    /// <exception cref="Exception">Any: the promise is broken.</exception>
    ValueTask<string> TryAsync(byte[] input, CancellationToken cancellationToken);
}
