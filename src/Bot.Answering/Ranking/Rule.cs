namespace Bot.Answering.Ranking;

/// <summary>What rules alone tell of a sentence: nothing is learned from it.</summary>
[Flags]
internal enum Rule
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Nothing but somebody's words are asked for (<see cref="Questions.ReadQuestion.WantsSpeaker"/>) and no sentence found has any.</summary>
    Unheard = 1,

    /// <summary>A question that goes on from another names somebody or something itself, and the sentence has none of these names.</summary>
    Strays = 2,

    /// <summary>It is asked who somebody is, and the sentence says so beside the name (<see cref="Introduction"/>).</summary>
    Introduces = 4,

    /// <summary>It has the number that is asked for by what it measures (<see cref="Measure"/>), and all names of the question; of an age, the name of whose it is.</summary>
    Measures = 8,

    /// <summary>It is asked who holds an office, and the sentence has the office (<see cref="Office"/>).</summary>
    HasOffice = 16,

    /// <summary>And it names somebody beside it.</summary>
    Holds = 32,

    /// <summary>It has the office that is asked for, and no sentence found names anybody beside it.</summary>
    Vacant = 64,

    /// <summary>A question that goes on from another asks something itself, and the sentence has no word of that.</summary>
    Drifts = 128,

    /// <summary>Nothing but somebody's words are asked for, and it has some.</summary>
    Speaks = 256,

    /// <summary>It is the first under a heading that asks what is asked (<see cref="SectionHeading"/>).</summary>
    Headed = 512,
}
