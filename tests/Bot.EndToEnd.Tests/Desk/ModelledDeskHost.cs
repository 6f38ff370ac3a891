namespace Bot.EndToEnd.Tests.Desk;

/// <summary>A desk whose host asks a model, over real HTTP.</summary>
public sealed class ModelledDeskHost : DeskHost
{
    private ScriptedModel? _model;

    /// <summary>The model.</summary>
    internal ScriptedModel Model => _model!;

    public override async ValueTask InitializeAsync()
    {
        _model = await ScriptedModel.StartAsync(TestContext.Current.CancellationToken);
        await StartAsync(_model.Settings);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _model!.DisposeAsync();
    }
}
