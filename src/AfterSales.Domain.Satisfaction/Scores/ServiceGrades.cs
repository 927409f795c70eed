namespace AfterSales.Domain.Satisfaction;

/// <summary>Gives the grade of GB/T 27922 for a number of points.</summary>
/// <remarks>This type is thread-safe: it holds no state.</remarks>
public static class ServiceGrades
{
    /// <summary>Returns the grade.</summary>
    /// <param name="points">Earned of applicable points, in percent, from 0 to 100; not rounded first, 94.99 is not 95.</param>
    /// <returns>The grade.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> lies outside 0 to 100.</exception>
    public static ServiceGrade Of(double points) => points switch
    {
        >= 0 and < 70 => ServiceGrade.NotReached,
        >= 70 and < 80 => ServiceGrade.Reached,
        >= 80 and < 90 => ServiceGrade.ThreeStars,
        >= 90 and < 95 => ServiceGrade.FourStars,
        >= 95 and <= 100 => ServiceGrade.FiveStars,
        _ => throw new ArgumentOutOfRangeException(nameof(points), points, "Allowed are numbers from 0 to 100."),
    };
}
