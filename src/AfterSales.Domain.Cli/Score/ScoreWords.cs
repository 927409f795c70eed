using System.Globalization;
using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Cli.Score;

/// <summary>The words of the score report in English or Simplified Chinese.</summary>
internal sealed class ScoreWords(string language)
{
    private readonly bool _chinese = string.Equals(language, "zh", StringComparison.Ordinal);

    internal string Language => _chinese ? "zh" : "en";

    internal string ServiceIndex => Pick("service index (0–100)", "服务指数（0–100）");

    internal string Satisfied => Pick("satisfied overall", "总体满意");

    internal string WithExclusions => Pick("with all that was left out", "含被排除的答卷");

    internal string Recovered => Pick("satisfied after follow-up", "回访后满意");

    internal string Alpha => Pick("Cronbach's alpha of the index", "指数的克朗巴赫 α");

    internal string Question => Pick("question", "题目");

    internal string Dimension => Pick("about", "维度");

    internal string Score => Pick("score", "得分");

    internal string Points => Pick("mean, 0 to 100", "均值（0–100）");

    internal string Month => Pick("month", "月份");

    internal string Limits => Pick("limits of chance", "控制限");

    internal string Signal => Pick("outside the limits", "超出控制限");

    internal string Drivers => Pick("what the overall verdict goes with", "总体评价的相关因素");

    internal string Importance => Pick("importance", "重要性");

    internal string Quadrant => Pick("what to do", "建议");

    internal string NoCause => Pick("This shows what goes together, not what causes what.", "仅表示相关，不表示因果。");

    internal string NoGroup => Pick("(none)", "（无）");

    internal string LeftOut => Pick("left out because", "排除原因");

    internal string Distribution => Pick("Distribution", "分布");

    internal string Trend => Pick("Trend with control limits", "趋势与控制限");

    internal string Groups => Pick("Groups", "分组");

    internal string Worst => Pick("worst", "最差");

    internal string Best => Pick("best", "最好");

    internal string Centre => Pick("mean of all months", "各月总体");

    internal string Interval => Pick("95 % interval", "95 % 置信区间");

    internal string Title => Pick("Satisfaction", "满意度");

    internal string ReadMe => Pick(
        "Every figure stands with its 95 % interval: where the intervals of two figures overlap widely, the difference may be chance. Answers are labelled and never deleted; what was left out is listed at the end.",
        "每个数值均附 95 % 置信区间：两个数值的区间大幅重叠时，差异可能只是偶然。答卷只做标记、从不删除，被排除的答卷列于最后。");

    internal string Of(IFormattable value) => value.ToString(Language, CultureInfo.InvariantCulture);

    internal string Of(ImportanceQuadrant quadrant) => quadrant switch
    {
        ImportanceQuadrant.ConcentrateHere => Pick("concentrate here", "优先改进"),
        ImportanceQuadrant.KeepUp => Pick("keep it up", "继续保持"),
        ImportanceQuadrant.PossibleOverkill => Pick("possible overkill", "可能投入过度"),
        _ => Pick("low priority", "次要改进"),
    };

    internal string Counts(SurveyScores scores) => string.Create(
        CultureInfo.InvariantCulture, $"{Pick("returned", "回收")} {scores.Returned:N0}, {Pick("valid", "有效")} {scores.Valid:N0}, {Pick("left out", "排除")} {scores.LeftOut:N0}");

    internal string Grade(ServiceIndex index) => index.Grade switch
    {
        null => "",
        ServiceGrade.NotReached => Pick("; GB/T 27922: not reached", "；GB/T 27922：未达标"),
        ServiceGrade.Reached => Pick("; GB/T 27922: reached", "；GB/T 27922：达标"),
        ServiceGrade.ThreeStars => Pick("; GB/T 27922: three stars", "；GB/T 27922：三星"),
        ServiceGrade.FourStars => Pick("; GB/T 27922: four stars", "；GB/T 27922：四星"),
        _ => Pick("; GB/T 27922: five stars", "；GB/T 27922：五星"),
    };

    internal string Dropped(ServiceIndex index) => index.DroppedQuestions.Count == 0 || index.Figure.Value is null
        ? ""
        : Pick("; without ", "；未含 ") + string.Join(", ", index.DroppedQuestions) + Pick(", which nobody answered", "（无人作答）");

    internal string Broken(long rows) => string.Create(CultureInfo.InvariantCulture, $"{rows:N0} {Pick("problems in rows that were left out (--skip-bad-rows):", "处无法读取的内容（--skip-bad-rows 已跳过所在行）：")}");

    private string Pick(string english, string chinese) => _chinese ? chinese : english;
}
