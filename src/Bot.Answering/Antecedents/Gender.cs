namespace Bot.Answering.Antecedents;

/// <summary>Which pronoun stands for a person.</summary>
internal enum Gender
{
    Male,
    Female,
}
