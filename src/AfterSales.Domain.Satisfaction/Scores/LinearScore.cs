using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>The mean of a weighted sum of items, with Student's t interval from their covariances.</summary>
internal static class LinearScore
{
    internal static Figure Of(ItemMoments items, IReadOnlyList<(int Item, double Factor)> terms, ConfidenceLevel level)
    {
        double mean = 0;
        foreach ((int item, double factor) in terms)
        {
            mean += factor * (items.Mean(item) ?? 0);
        }

        if (items.Count == 0)
        {
            return Figure.None(NoFigure.NothingCounted, FigureUnit.Number, 0);
        }

        if (items.Count == 1)
        {
            return Figure.Of(mean, FigureUnit.Number, 1);
        }

        double variance = 0;
        foreach ((int item, double factor) in terms)
        {
            foreach ((int other, double otherFactor) in terms)
            {
                variance += factor * otherFactor * items.Covariance(item, other)!.Value;
            }
        }

        double half = StudentT.Quantile(level, items.Count - 1) * Math.Sqrt(Math.Max(0, variance) / items.Count);
        return Figure.Of(mean, FigureUnit.Number, items.Count, new ConfidenceInterval(mean - half, mean + half, level, IntervalMethod.StudentT));
    }
}
