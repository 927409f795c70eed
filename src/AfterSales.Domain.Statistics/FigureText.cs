using System.Globalization;

namespace AfterSales.Domain.Statistics;

internal static class FigureText
{
    internal static string Percent(double fraction) => Points(100 * fraction);

    // A real minus sign, as the dash stands between the ends of a range.
    internal static string Points(double value) => value.ToString("0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    internal static string Number(double value) => value.ToString("0.###;−0.###;0", CultureInfo.InvariantCulture);

    internal static string Method(IntervalMethod method, bool chinese) => (method, chinese) switch
    {
        (IntervalMethod.WilsonContinuity, true) => "带连续性校正的 Wilson",
        (IntervalMethod.AdjustedWald, true) => "修正 Wald",
        (IntervalMethod.Normal, true) => "正态分布",
        (IntervalMethod.StudentT, true) => "t 分布",
        (IntervalMethod.Bootstrap, true) => "自助法",
        _ => Method(method),
    };

    internal static string Method(IntervalMethod method) => method switch
    {
        IntervalMethod.WilsonContinuity => "Wilson with continuity",
        IntervalMethod.AgrestiCoull => "Agresti–Coull",
        IntervalMethod.ClopperPearson => "Clopper–Pearson",
        IntervalMethod.MidP => "mid-P",
        IntervalMethod.AdjustedWald => "adjusted Wald",
        IntervalMethod.AgrestiCaffo => "Agresti–Caffo",
        IntervalMethod.Normal => "normal",
        IntervalMethod.StudentT => "Student's t",
        IntervalMethod.Bootstrap => "bootstrap",
        _ => method.ToString(),
    };

    internal static string Signed(double points) => points.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    internal static string PValue(double value) => value < 0.001 ? "p < 0.001" : FormattableString.Invariant($"p = {value:0.000}");

    internal static string SignedNumber(double value) => value.ToString("+0.###;−0.###;0", CultureInfo.InvariantCulture);
}
