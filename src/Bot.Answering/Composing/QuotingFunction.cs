using Bot.Answering.Models;
using Bot.Answering.Prompts;
using Microsoft.SemanticKernel;

namespace Bot.Answering.Composing;

/// <summary><c>Answering.answer</c> when no model composes it: the kernel's function that quotes.</summary>
internal sealed class QuotingFunction(Quote quote)
{
    private const string MaterialName = "material";

    private readonly KernelPlugin _plugin = KernelPluginFactory.CreateFromFunctions(
        ChatModel.Plugin,
        [
            KernelFunctionFactory.CreateFromMethod(
                (KernelArguments arguments) => quote((Material)arguments[MaterialName]!),
                PromptSignature.Answer.FunctionName,
                "Answers a question in the words of its passages."),
        ]);

    /// <summary>Quotes what answers the question.</summary>
    public async Task<Composition> ComposeAsync(Material material, CancellationToken cancellationToken)
    {
        var kernel = new Kernel(plugins: [_plugin]);
        var arguments = new KernelArguments { [MaterialName] = material };
        var result = await kernel.InvokeAsync(ChatModel.Plugin, PromptSignature.Answer.FunctionName, arguments, cancellationToken).ConfigureAwait(false);
        return result.GetValue<Composition>()!;
    }
}
