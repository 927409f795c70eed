using System.Globalization;

namespace AfterSales.Domain.Statistics;

internal static class FigureText
{
    internal static string Percent(double fraction) => Points(100 * fraction);

    // A real minus sign, as the dash stands between the ends of a range.
    internal static string Points(double value) => value.ToString("0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    internal static string Number(double value) => value.ToString("0.###;−0.###;0", CultureInfo.InvariantCulture);

    internal static string Signed(double points) => points.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}
