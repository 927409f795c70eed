using System.Globalization;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Cli.Score;

/// <summary>The words of the score report in English or Simplified Chinese.</summary>
internal sealed class ScoreWords(string language) : PageWords(language)
{
    internal string ServiceIndex => Say("service index (0–100)", "服务指数（0–100）");

    internal string Satisfied => Say("satisfied overall", "总体满意");

    internal string WithExclusions => Say("with all that was left out", "含被排除的答卷");

    internal string Recovered => Say("satisfied after follow-up", "回访后满意");

    internal string Alpha => Say("Cronbach's alpha of the index", "指数的克朗巴赫 α");

    internal string Question => Say("question", "题目");

    internal string Dimension => Say("about", "维度");

    internal string Score => Say("score", "得分");

    internal string PointsTitle => Say("mean, 0 to 100", "均值（0–100）");

    internal string Month => Say("month", "月份");

    internal string Limits => Say("limits of chance", "控制限");

    internal string Signal => Say("outside the limits", "超出控制限");

    internal string Drivers => Say("what the overall verdict goes with", "总体评价的相关因素");

    internal string Importance => Say("importance", "重要性");

    internal string Quadrant => Say("what to do", "建议");

    internal string NoCause => Say("This shows what goes together, not what causes what.", "仅表示相关，不表示因果。");

    internal string NoGroup => Say("(none)", "（无）");

    internal string LeftOut => Say("left out because", "排除原因");

    internal string Distribution => Say("Distribution", "分布");

    internal string Trend => Say("Trend with control limits", "趋势与控制限");

    internal string Groups => Say("Groups", "分组");

    internal string Worst => Say("worst", "最差");

    internal string Best => Say("best", "最好");

    internal string Centre => Say("mean of all months", "各月总体");

    internal string IntervalTitle => Say("95 % interval", "95 % 置信区间");

    internal string Title => Say("Satisfaction", "满意度");

    internal string ReadMe => Say(
        "Every figure stands with its 95 % interval: where the intervals of two figures overlap widely, the difference may be chance. Answers are labelled and never deleted; what was left out is listed at the end.",
        "每个数值均附 95 % 置信区间：两个数值的区间大幅重叠时，差异可能只是偶然。答卷只做标记、从不删除，被排除的答卷列于最后。");

    internal string Of(ImportanceQuadrant quadrant) => quadrant switch
    {
        ImportanceQuadrant.ConcentrateHere => Say("concentrate here", "优先改进"),
        ImportanceQuadrant.KeepUp => Say("keep it up", "继续保持"),
        ImportanceQuadrant.PossibleOverkill => Say("possible overkill", "可能投入过度"),
        _ => Say("low priority", "次要改进"),
    };

    internal string Counts(SurveyScores scores) => string.Create(
        CultureInfo.InvariantCulture, $"{Say("returned", "回收")} {scores.Returned:N0}, {Say("valid", "有效")} {scores.Valid:N0}, {Say("left out", "排除")} {scores.LeftOut:N0}");

    internal string Grade(ServiceIndex index) => index.Grade switch
    {
        null => "",
        ServiceGrade.NotReached => Say("; GB/T 27922: not reached", "；GB/T 27922：未达标"),
        ServiceGrade.Reached => Say("; GB/T 27922: reached", "；GB/T 27922：达标"),
        ServiceGrade.ThreeStars => Say("; GB/T 27922: three stars", "；GB/T 27922：三星"),
        ServiceGrade.FourStars => Say("; GB/T 27922: four stars", "；GB/T 27922：四星"),
        _ => Say("; GB/T 27922: five stars", "；GB/T 27922：五星"),
    };

    internal string Dropped(ServiceIndex index) => index.DroppedQuestions.Count == 0 || index.Figure.Value is null
        ? ""
        : Say("; without ", "；未含 ") + string.Join(", ", index.DroppedQuestions) + Say(", which nobody answered", "（无人作答）");

    internal string Broken(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows:N0} {Say("problems in rows that were left out (--skip-bad-rows):", "处无法读取的内容（--skip-bad-rows 已跳过所在行）：")}");
}
