using Bot.Knowledge.Passages;

namespace Bot.Knowledge.Search;

/// <summary>A passage's run of sentences among those of its article that are searched.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="First">Its first sentence, counted from the article's first.</param>
/// <param name="Length">How many terms its sentences have together.</param>
/// <param name="HeadingLength">How many terms its heading, table header and credit have together.</param>
/// <param name="Continues">Whether its first sentence reads on from the sentence before: no heading and no caption in between.</param>
internal readonly record struct PassageRun(Passage Passage, int First, int Length, int HeadingLength, bool Continues);
