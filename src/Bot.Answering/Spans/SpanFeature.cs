namespace Bot.Answering.Spans;

/// <summary>What tells how well some words of a sentence answer a question in short.</summary>
internal enum SpanFeature
{
    /// <summary>How many words they are.</summary>
    Words,

    /// <summary>Where they begin, as a share of the sentence.</summary>
    Start,

    /// <summary>How many words follow them.</summary>
    Left,

    /// <summary>The share of them that are the question's own.</summary>
    Asked,

    /// <summary>How many words lie between them and the nearest of the question's before them; 10 when there is none.</summary>
    AskedBefore,

    /// <summary>How many to the nearest after them.</summary>
    AskedAfter,

    /// <summary>How many of the question's words stand within five of them.</summary>
    AskedAround,

    /// <summary>What stands before them (<see cref="SpanEdge"/>).</summary>
    EdgeBefore,

    /// <summary>What stands after them.</summary>
    EdgeAfter,

    /// <summary>What they begin with.</summary>
    First,

    /// <summary>What they end with.</summary>
    Last,

    /// <summary>What kind of fact they are in whole: 1 a number, 2 a date, 3 a name, 4 words in quotation marks, 5 a number with its unit; 0 none.</summary>
    Fact,

    /// <summary>1 when they end or begin within a fact.</summary>
    CutsFact,

    /// <summary>1 when a fact within them is of the sort that is asked for.</summary>
    Fits,

    /// <summary>1 when what is asked for by name stands within them.</summary>
    Focus,

    /// <summary>1 when it stands beside them.</summary>
    FocusBeside,

    /// <summary>The share of them that begin with a capital.</summary>
    Capitals,

    /// <summary>How many of them carry no content.</summary>
    Function,

    /// <summary>How many commas lie within them.</summary>
    Commas,

    /// <summary>1 when they open or close a bracket or a quotation and not both.</summary>
    Unbalanced,

    /// <summary>The type of answer asked for, as its number.</summary>
    Type,

    /// <summary>What the word before them does (<see cref="Questions.WordRole"/>); −1 for none.</summary>
    RoleBefore,

    /// <summary>What the one before that does.</summary>
    RoleBeforeThat,

    /// <summary>What the word after them does.</summary>
    RoleAfter,

    /// <summary>What their first word does.</summary>
    RoleFirst,

    /// <summary>How the word before them ends, as its place in the language's list, from 1; 0 for any other.</summary>
    EndingBefore,

    /// <summary>How their first word ends.</summary>
    EndingFirst,

    /// <summary>How their last word ends.</summary>
    EndingLast,

    /// <summary>How the word after them ends.</summary>
    EndingAfter,

    /// <summary>How many of them are an "and".</summary>
    Conjunctions,

    /// <summary>How many of them tie a thing to the rest.</summary>
    Ties,

    /// <summary>How many facts of the sentence are of the sort that is asked for.</summary>
    Fitting,

    /// <summary>The share of the question's words in the sentence that stand before them.</summary>
    AskedLeft,

    /// <summary>Where the question's first word stands: −1 before them, 1 after them.</summary>
    FirstAsked,

    /// <summary>Where the question's last word stands.</summary>
    LastAsked,

    /// <summary>How near the question's words stand to them.</summary>
    Nearness,

    /// <summary>Where the question has its asking word: 0 first, 1 within, 2 last.</summary>
    AsksAt,

    /// <summary>The mark right before them (<see cref="SpanMark"/>).</summary>
    MarkBefore,

    /// <summary>The mark right after them.</summary>
    MarkAfter,

    /// <summary>Which of the question's words stands right before them: its place among these, 0 to 1; −1 for none.</summary>
    NeighbourBefore,

    /// <summary>Which stands right after them.</summary>
    NeighbourAfter,

    /// <summary>How many letters what is asked for by name is away; −1 when nothing is.</summary>
    FocusAway,

    /// <summary>How many letters the question's first word is away: less than 0 before them, more after them; 999 when the sentence has it not.</summary>
    FirstAway,

    /// <summary>The same of the question's last word.</summary>
    LastAway,

    /// <summary>The same of <see cref="Asking.Deed"/>.</summary>
    DeedAway,

    /// <summary>The share of the question's words that the sentence has.</summary>
    Covered,

    /// <summary>How many words with content the sentence has.</summary>
    SentenceWords,

    /// <summary>The share of their words with content that stand in the article's title.</summary>
    Titled,

    /// <summary>1 when the sentence has them twice.</summary>
    Repeated,

    /// <summary>1 when <see cref="Asking.Tie"/> stands right before them, −1 when another word does, 0 when the question has none.</summary>
    AskedTie,

    /// <summary>The same of the word before that.</summary>
    AskedTieBefore,

    /// <summary>The question's asking word (<see cref="Asking.Word"/>).</summary>
    AskingWord,

    /// <summary>The word behind it (<see cref="Asking.Behind"/>).</summary>
    AskedBehind,

    /// <summary>How many letters they are, with what stands between them.</summary>
    Letters,

    /// <summary>1 when a digit is among them.</summary>
    Digits,

    /// <summary>Which article or the like stands right before them: its place in the language's list, from 1; 0 for none.</summary>
    DeterminerBefore,

    /// <summary>How many facts that are not the question's the sentence has besides theirs, of the kind of the one they are.</summary>
    Rivals,

    /// <summary>How the word before them is used (<see cref="Lexicons.Senses.WordUse"/>); −1 for none.</summary>
    UseBefore,

    /// <summary>How their first word is used.</summary>
    UseFirst,

    /// <summary>How their last word is used.</summary>
    UseLast,

    /// <summary>How the word after them is used.</summary>
    UseAfter,

    /// <summary>How many of them are verbs.</summary>
    Verbs,

    /// <summary>What sort of thing the question's noun stands for (<see cref="Lexicons.Senses.WordSense.Supersense"/>); 0 for none.</summary>
    AskedSense,

    /// <summary>What sort their head stands for.</summary>
    HeadSense,

    /// <summary>2 when both are the same, 1 when they differ, 0 when the head is no noun; −1 when the question has none.</summary>
    SensesAgree,
}
