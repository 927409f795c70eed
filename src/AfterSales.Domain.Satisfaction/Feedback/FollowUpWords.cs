namespace AfterSales.Domain.Satisfaction;

/// <summary>The Chinese words of the feedback loop; the English ones are the members' own names.</summary>
internal static class FollowUpWords
{
    internal static string Chinese(FeedbackPriority priority) => priority switch
    {
        FeedbackPriority.First => "一级（紧急且重要）",
        FeedbackPriority.Second => "二级（重要不紧急）",
        FeedbackPriority.Third => "三级（紧急不重要）",
        _ => "四级（不紧急不重要）",
    };

    internal static string Chinese(FollowUpState state) => state switch
    {
        FollowUpState.Working => "处理中",
        FollowUpState.Asked => "已回访待答复",
        FollowUpState.SupervisorWorking => "主管处理中",
        FollowUpState.SupervisorAsked => "主管已回访待答复",
        FollowUpState.Satisfied => "客户满意",
        FollowUpState.ClosedUnsatisfied => "未满意关闭",
        _ => "客户未答复关闭",
    };

    internal static string Chinese(FollowUpAction action) => action switch
    {
        FollowUpAction.Handled => "处理完毕",
        FollowUpAction.Satisfied => "客户确认满意",
        FollowUpAction.Unsatisfied => "客户仍不满意",
        FollowUpAction.NoAnswer => "客户未答复",
        _ => "未满意关闭",
    };
}
