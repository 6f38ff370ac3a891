namespace Bot.Evaluation.Training;

/// <summary>What is to be learned: first and second derivatives of the loss at each row's score.</summary>
internal abstract class Objective
{
    public abstract void Derive(double[] scores, double[] gradients, double[] hessians);
}

/// <summary>One of each group's rows is right: the loss of a choice by softmax among them (Cao et al., ListNet, 2007).</summary>
/// <param name="groups">Where each group begins, and behind the last one its end.</param>
/// <param name="right">How right each row is, from 0; of each group at least one is.</param>
/// <param name="counts">Which rows count; what is neither right nor wrong does not.</param>
internal sealed class OneOfEach(int[] groups, double[] right, bool[] counts) : Objective
{
    public override void Derive(double[] scores, double[] gradients, double[] hessians)
    {
        for (var group = 0; group + 1 < groups.Length; group++)
        {
            var (start, end) = (groups[group], groups[group + 1]);
            double most = double.NegativeInfinity, all = 0, rights = 0;
            for (var row = start; row < end; row++)
            {
                most = counts[row] ? Math.Max(most, scores[row]) : most;
                rights += right[row];
            }

            for (var row = start; row < end; row++)
            {
                all += counts[row] ? Math.Exp(scores[row] - most) : 0;
            }

            for (var row = start; row < end; row++)
            {
                var chance = counts[row] ? Math.Exp(scores[row] - most) / all : 0;
                gradients[row] = counts[row] ? chance - (right[row] / rights) : 0;
                hessians[row] = chance * (1 - chance);
            }
        }
    }
}

/// <summary>Each row is right or not: the logistic loss.</summary>
/// <param name="right">Which rows are right.</param>
/// <param name="weights">How much each counts.</param>
internal sealed class EachAlone(bool[] right, double[] weights) : Objective
{
    public override void Derive(double[] scores, double[] gradients, double[] hessians)
    {
        for (var row = 0; row < scores.Length; row++)
        {
            var chance = 1 / (1 + Math.Exp(-scores[row]));
            gradients[row] = weights[row] * (chance - (right[row] ? 1 : 0));
            hessians[row] = weights[row] * chance * (1 - chance);
        }
    }
}
