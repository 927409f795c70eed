using System.Globalization;
using NodaTime.Text;

namespace AfterSales.Domain.Routing;

/// <summary>The names of the closed sets in both languages, and the one way to print a time in a reason.</summary>
internal static class RoutingWords
{
    internal static string English(Grade grade) => grade switch
    {
        Grade.Junior => "junior",
        Grade.Mid => "mid",
        Grade.Senior => "senior",
        Grade.Expert => "expert",
        Grade.Lead => "lead",
        Grade.Supervisor => "supervisor",
        _ => "unknown",
    };

    internal static string Chinese(Grade grade) => grade switch
    {
        Grade.Junior => "初级",
        Grade.Mid => "中级",
        Grade.Senior => "高级",
        Grade.Expert => "专家",
        Grade.Lead => "组长",
        Grade.Supervisor => "主管",
        _ => "未知",
    };

    internal static string English(ScorePart part) => part switch
    {
        ScorePart.SkillSurplus => "skill surplus",
        ScorePart.Spare => "spare capacity",
        ScorePart.Proximity => "proximity",
        ScorePart.Language => "language",
        ScorePart.SameTechnician => "same technician",
        ScorePart.ProductHistory => "product history",
        ScorePart.GradeFit => "grade fit",
        ScorePart.Provider => "provider assessment",
        _ => "slack",
    };

    internal static string Chinese(ScorePart part) => part switch
    {
        ScorePart.SkillSurplus => "技能余量",
        ScorePart.Spare => "空闲产能",
        ScorePart.Proximity => "距离",
        ScorePart.Language => "语言",
        ScorePart.SameTechnician => "原技术员",
        ScorePart.ProductHistory => "产品经验",
        ScorePart.GradeFit => "级别匹配",
        ScorePart.Provider => "服务商评分",
        _ => "时间余量",
    };

    internal static string English(FallbackKind kind) => kind switch
    {
        FallbackKind.Queue => "queue",
        FallbackKind.Supervisor => "supervisor",
        FallbackKind.OnCall => "on-call",
        _ => "provider",
    };

    internal static string Chinese(FallbackKind kind) => kind switch
    {
        FallbackKind.Queue => "排队",
        FallbackKind.Supervisor => "主管",
        FallbackKind.OnCall => "值班",
        _ => "服务商",
    };

    internal static string English(GradeSet grades) => string.Join("/", grades.Grades.Select(English));

    internal static string Chinese(GradeSet grades) => string.Join("/", grades.Grades.Select(Chinese));

    internal static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    internal static string Text(Duration duration) => DurationPattern.JsonRoundtrip.Format(duration);

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
