using System.Globalization;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Cli.Kpis;

/// <summary>The words and numbers of the KPI report in English or Simplified Chinese.</summary>
internal sealed class KpiWords(string language) : PageWords(language)
{
    internal string Name => Say("KPI", "指标");

    internal string Value => Say("value", "数值");

    internal string IntervalTitle => Say("95 % interval", "95 % 区间");

    internal string CountsTitle => Say("of", "分子/分母");

    internal string LeftOut => Say("left out", "未计入");

    internal string Goals => Say("Goals", "目标");

    internal string Goal => Say("goal", "目标");

    internal string ToReach => Say("to reach", "要求");

    internal string IntervalOfGoal => Say("interval", "区间");

    internal string Verdict => Say("verdict", "判定");

    internal string Time => Say("time", "时长");

    internal string Times => Say("Times and backlog", "时长与积压");

    internal string Period => Say("period", "期间");

    internal string ByPeriods => Say("By period", "按期");

    internal string RowsLeftOut => Say("Rows that were left out", "未使用的行");

    internal string RowsToLookAt => Say("Rows that were used, but are to be looked at", "已计入但需留意的行");

    internal string Median => Say("median", "中位数");

    internal string Percentile => Say("90 % within", "90 % 以内");

    internal string Mean => Say("mean", "平均");

    internal string Tickets => Say("tickets", "工单数");

    internal string Backlog => Say("open at the cut-off, by age", "截止时未解决（按时长）");

    internal string All => Say("All tickets", "全部工单");

    internal string Title => Say("Service KPIs", "服务指标");

    internal string Provisional => Say("provisional", "暂定");

    internal string Nothing => Say("no figure because nothing was counted", "没有数值：没有可统计的数据");

    internal string Note => Say(
        "Every share stands with its 95 % interval. What is open, too young to judge, merged or cancelled before work is left out and counted apart; reopen and repeat rates stand beside the solution rate.",
        "每个比率均附 95 % 区间。尚未到期、时间窗未满、已合并或在开始处理前取消的工单不计入并单独统计；重开率与重复维修率与问题解决率并列。");

    internal string Subtitle(KpiReport report) => Say(
        $"{Number(report.Tally.Tickets)} tickets of {report.File}, as of {Of(report.Plan.AsOf, report.Plan.Zone)}",
        $"{report.File} 中的 {Number(report.Tally.Tickets)} 张工单，截至 {Of(report.Plan.AsOf, report.Plan.Zone)}");

    internal string By(KpiDimension dimension) => Say($"By {NameOf(dimension)}", $"按{NameOf(dimension)}");

    internal string NameOf(KpiDimension dimension) => IsChinese && RequestDimension.Find(dimension.Name) is { } known ? $"{known:zh}" : dimension.Name;

    internal string TimeOf(Duration time) => IsChinese ? TimeText.InChinese(time) : TimeText.Of(time);

    internal string ByPeriod(Kpi kpi) => Say($"{kpi}: % by period", $"{kpi:zh}：按期（%）");

    internal string ValueOf(string value) => value.Length == 0 ? Say("(not given)", "（未给出）") : value;

    internal string NameOf(KpiGoalRow row) =>
        row.Kpi is { } kpi ? Of(kpi)
        : row.Percentile is { } one ? Say($"{one.Name}: {one.Measure} within {TimeText.Of(one.Within)}", $"{one.Name}：{one.Measure:zh} {TimeOf(one.Within)} 以内")
        : Say("repurchase", "复购率");

    internal string TextOf(ShareGoal goal)
    {
        string limit = string.Create(CultureInfo.InvariantCulture, $"{goal.Limit * 100:0.##} %");
        string level = goal.Level == ConfidenceLevel.Percent95 ? "" : Say($" at {goal.Level}", $"（置信度 {goal.Level}）");
        return Say(goal.IsAtMost ? "at most " : "at least ", goal.IsAtMost ? "不高于 " : "不低于 ") + limit + level;
    }

    internal string VerdictOf(KpiGoalRow row) => row.Verdict switch
    {
        GoalVerdict.Kept => Say("kept", "达成"),
        GoalVerdict.Missed => Say("missed", "未达成"),
        GoalVerdict.Undecided => Say("undecided: too few to say", "未定：数量不足以判断"),
        _ => row.Value is null ? Say("neither log nor policy says", "日志与策略均未给出") : Nothing,
    };

    internal static string Counts(KpiValue value) => $"{Number(value.Numerator)} / {Number(value.Denominator)}";

    internal string LeftOutOf(KpiValue value) => string.Join(IsChinese ? "；" : "; ", value.Exclusions.Select(pair => $"{Number(pair.Value)} {WordOf(pair.Key)}"));

    internal string BacklogOf(KpiBacklog backlog) => string.Join(", ", backlog.Counts.Select((count, i) => i < backlog.Ages.Count
        ? string.Create(CultureInfo.InvariantCulture, $"{Number(count)} < {backlog.Ages[i].TotalDays:0.##} {Say("d", "天")}")
        : string.Create(CultureInfo.InvariantCulture, $"{Number(count)} ≥ {backlog.Ages[i - 1].TotalDays:0.##} {Say("d", "天")}")));

    private string WordOf(KpiExclusion why) => why switch
    {
        KpiExclusion.Test => Say("tests", "测试"),
        KpiExclusion.Spam => Say("spam", "垃圾"),
        KpiExclusion.MergedAway => Say("merged into others", "已合并"),
        KpiExclusion.Converted => Say("converted", "已转换"),
        KpiExclusion.CancelledBeforeWork => Say("cancelled before work", "处理前取消"),
        KpiExclusion.WindowOpen => Say("whose window is open", "时间窗未满"),
        KpiExclusion.Pending => Say("pending", "未到期"),
        KpiExclusion.ClockCancelled => Say("clocks cancelled", "计时已取消"),
        KpiExclusion.ClockEnded => Say("clocks ended", "计时已结束"),
        KpiExclusion.Exempt => Say("exempt", "豁免"),
        KpiExclusion.Undated => Say("undated", "无期限"),
        KpiExclusion.NotCovered => Say("not covered by the policy", "策略未覆盖"),
        KpiExclusion.SurveyNotSent => Say("without a survey", "未发问卷"),
        KpiExclusion.SurveyNotReturned => Say("not returned", "未回收"),
        _ => Say("answers that do not count", "无效答卷"),
    };
}
