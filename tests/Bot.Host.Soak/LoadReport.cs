namespace Bot.Host.Soak;

/// <summary>What a load showed.</summary>
internal static class LoadReport
{
    public static int Tell(Asked[] asked, double[] bare, SlowModel model, SoakHost host, TimeSpan takes)
    {
        var answered = asked.Where(one => one.Status == 200).ToArray();
        var doubled = model.Asked.Count(asking => asking.Value > 1);
        var sameId = answered.Length - answered.Select(one => one.Id).Distinct().Count();
        Console.WriteLine($"answered {answered.Length}; other statuses: {string.Join(", ", asked.Where(one => one.Status != 200).GroupBy(one => one.Status).Select(group => $"{group.Key} x {group.Count()}"))}");
        Console.WriteLine($"asked of the model twice: {doubled}; answers shared by questions: {sameId}; model never asked: {asked.Length - model.Asked.Keys.Count(name => name != "none")}");
        if (answered.Length > 0)
        {
            Tell($"added to the model's {takes.TotalMilliseconds:0} ms", answered.Select(one => (one.Took - takes).TotalMilliseconds));
            Tell("  of it before the model was asked", answered.Select(one => one.Before.TotalMilliseconds));
            Tell("  of it after the model's last word", answered.Select(one => one.After.TotalMilliseconds));
            Tell("the same, asking the bare model", bare);
        }

        var (now, most) = host.Memory;
        Console.WriteLine($"memory: {now} MB, at most {most} MB");
        return answered.Length == asked.Length && doubled == 0 && sameId == 0 ? 0 : 1;
    }

    private static void Tell(string what, IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        Console.WriteLine($"{what}: p50 {At(0.5):0} ms, p95 {At(0.95):0} ms, p99 {At(0.99):0} ms, most {sorted[^1]:0} ms");

        double At(double part) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
    }
}
