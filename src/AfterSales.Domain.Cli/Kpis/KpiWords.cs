using System.Globalization;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Cli.Kpis;

/// <summary>The words and numbers of the KPI report in English or Simplified Chinese.</summary>
internal sealed class KpiWords(string language)
{
    private readonly bool _isChinese = string.Equals(language, "zh", StringComparison.Ordinal);

    internal string Language => _isChinese ? "zh" : "en";

    internal string Name => Pick("KPI", "指标");

    internal string Value => Pick("value", "数值");

    internal string Interval => Pick("95 % interval", "95 % 区间");

    internal string Of => Pick("of", "分子/分母");

    internal string LeftOut => Pick("left out", "未计入");

    internal string Goals => Pick("Goals", "目标");

    internal string Goal => Pick("goal", "目标");

    internal string ToReach => Pick("to reach", "要求");

    internal string IntervalOfGoal => Pick("interval", "区间");

    internal string Verdict => Pick("verdict", "判定");

    internal string Time => Pick("time", "时长");

    internal string Times => Pick("Times and backlog", "时长与积压");

    internal string Period => Pick("period", "期间");

    internal string ByPeriods => Pick("By period", "按期");

    internal string RowsLeftOut => Pick("Rows that were left out", "未使用的行");

    internal string RowsToLookAt => Pick("Rows that were used, but are to be looked at", "已计入但需留意的行");

    internal string Median => Pick("median", "中位数");

    internal string Percentile => Pick("90 % within", "90 % 以内");

    internal string Mean => Pick("mean", "平均");

    internal string Tickets => Pick("tickets", "工单数");

    internal string Backlog => Pick("open at the cut-off, by age", "截止时未解决（按时长）");

    internal string All => Pick("All tickets", "全部工单");

    internal string Title => Pick("Service KPIs", "服务指标");

    internal string Provisional => Pick("provisional", "暂定");

    internal string Nothing => Pick("no figure because nothing was counted", "没有数值：没有可统计的数据");

    internal string Note => Pick(
        "Every share stands with its 95 % interval. What is open, too young to judge, merged or cancelled before work is left out and counted apart; reopen and repeat rates stand beside the solution rate.",
        "每个比率均附 95 % 区间。尚未到期、时间窗未满、已合并或在开始处理前取消的工单不计入并单独统计；重开率与重复维修率与问题解决率并列。");

    internal string Subtitle(KpiReport report) => Pick(
        $"{Number(report.Tally.Tickets)} tickets of {report.File}, as of {TimeText.Of(report.Plan.AsOf, report.Plan.Zone)}",
        $"{report.File} 中的 {Number(report.Tally.Tickets)} 张工单，截至 {TimeText.Of(report.Plan.AsOf, report.Plan.Zone)}");

    internal string By(KpiDimension dimension) => Pick($"By {NameOf(dimension)}", $"按{NameOf(dimension)}");

    internal string NameOf(KpiDimension dimension) => _isChinese && RequestDimension.Find(dimension.Name) is { } known ? $"{known:zh}" : dimension.Name;

    internal string TimeOf(Duration time) => _isChinese ? TimeText.InChinese(time) : TimeText.Of(time);

    internal string ByPeriod(Kpi kpi) => Pick($"{kpi}: % by period", $"{kpi:zh}：按期（%）");

    internal string ValueOf(string value) => value.Length == 0 ? Pick("(not given)", "（未给出）") : value;

    internal string NameOf(IFormattable one) => one.ToString(Language, CultureInfo.InvariantCulture);

    internal static string Percent(Share share) => share.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0} %") : "–";

    internal string NameOf(KpiGoalRow row) =>
        row.Kpi is { } kpi ? NameOf(kpi)
        : row.Percentile is { } one ? Pick($"{one.Name}: {one.Measure} within {TimeText.Of(one.Within)}", $"{one.Name}：{one.Measure:zh} {TimeText.Of(one.Within)} 以内")
        : Pick("repurchase", "复购率");

    internal string TextOf(ShareGoal goal)
    {
        string limit = string.Create(CultureInfo.InvariantCulture, $"{goal.Limit * 100:0.##} %");
        string level = goal.Level == ConfidenceLevel.Percent95 ? "" : Pick($" at {goal.Level}", $"（置信度 {goal.Level}）");
        return Pick(goal.IsAtMost ? "at most " : "at least ", goal.IsAtMost ? "不高于 " : "不低于 ") + limit + level;
    }

    internal string VerdictOf(KpiGoalRow row) => row.Verdict switch
    {
        GoalVerdict.Kept => Pick("kept", "达成"),
        GoalVerdict.Missed => Pick("missed", "未达成"),
        GoalVerdict.Undecided => Pick("undecided: too few to say", "未定：数量不足以判断"),
        _ => row.Value is null ? Pick("neither log nor policy says", "日志与策略均未给出") : Nothing,
    };

    internal static string IntervalOf(Share share) => IntervalOf(share, ConfidenceLevel.Percent95);

    internal static string IntervalOf(Share share, ConfidenceLevel level) => share.WilsonInterval(level) is { } interval
        ? string.Create(CultureInfo.InvariantCulture, $"{interval.Lower * 100:0.0}–{interval.Upper * 100:0.0}")
        : "";

    internal static string Counts(KpiValue value) => $"{Number(value.Numerator)} / {Number(value.Denominator)}";

    internal static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal string LeftOutOf(KpiValue value) => string.Join(_isChinese ? "；" : "; ", value.Exclusions.Select(pair => $"{Number(pair.Value)} {WordOf(pair.Key)}"));

    internal string BacklogOf(KpiBacklog backlog) => string.Join(", ", backlog.Counts.Select((count, i) => i < backlog.Ages.Count
        ? string.Create(CultureInfo.InvariantCulture, $"{Number(count)} < {backlog.Ages[i].TotalDays:0.##} {Pick("d", "天")}")
        : string.Create(CultureInfo.InvariantCulture, $"{Number(count)} ≥ {backlog.Ages[i - 1].TotalDays:0.##} {Pick("d", "天")}")));

    private string WordOf(KpiExclusion why) => why switch
    {
        KpiExclusion.Test => Pick("tests", "测试"),
        KpiExclusion.Spam => Pick("spam", "垃圾"),
        KpiExclusion.MergedAway => Pick("merged into others", "已合并"),
        KpiExclusion.Converted => Pick("converted", "已转换"),
        KpiExclusion.CancelledBeforeWork => Pick("cancelled before work", "处理前取消"),
        KpiExclusion.WindowOpen => Pick("whose window is open", "时间窗未满"),
        KpiExclusion.Pending => Pick("pending", "未到期"),
        KpiExclusion.ClockCancelled => Pick("clocks cancelled", "计时已取消"),
        KpiExclusion.ClockEnded => Pick("clocks ended", "计时已结束"),
        KpiExclusion.Exempt => Pick("exempt", "豁免"),
        KpiExclusion.Undated => Pick("undated", "无期限"),
        KpiExclusion.NotCovered => Pick("not covered by the policy", "策略未覆盖"),
        KpiExclusion.SurveyNotSent => Pick("without a survey", "未发问卷"),
        KpiExclusion.SurveyNotReturned => Pick("not returned", "未回收"),
        _ => Pick("answers that do not count", "无效答卷"),
    };

    private string Pick(string english, string chinese) => _isChinese ? chinese : english;
}
