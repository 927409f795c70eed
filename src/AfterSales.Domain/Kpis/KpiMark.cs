namespace AfterSales.Domain.Kpis;

/// <summary>Where a ticket or clock goes: into the numerator, only into the denominator, or to an exclusion.</summary>
internal readonly record struct KpiMark(int Index)
{
    internal const int Total = 2 + (int)KpiExclusion.AnswerLeftOut + 1;

    internal static KpiMark Of(bool isSuccess) => new(isSuccess ? 0 : 1);

    internal static KpiMark LeftOut(KpiExclusion why) => new(2 + (int)why);
}
