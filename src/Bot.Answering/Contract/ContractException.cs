namespace Bot.Answering.Contract;

/// <summary>JSON that is no question of the machine contract.</summary>
/// <param name="message">Names the field, its value and the cure, in one line.</param>
public sealed class ContractException(string message) : Exception(message);
