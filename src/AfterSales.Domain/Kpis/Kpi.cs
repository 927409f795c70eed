using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Kpis;

/// <summary>One figure of service that is a share: what counts for it and out of what (R27).</summary>
/// <remarks>A closed list; compared by reference. <c>$"{kpi}"</c> is its English name and <c>$"{kpi:zh}"</c> the Chinese one. Immutable and thread-safe.</remarks>
public sealed class Kpi : IFormattable
{
    private readonly string _english;
    private readonly string _chinese;

    private Kpi(string code, string english, string chinese, KpiCohort cohort, bool higherIsBetter, string counts, string outOf, Action<KpiTicket, KpiPlan, KpiCount> rule)
    {
        (Code, _english, _chinese) = (code, english, chinese);
        (Cohort, HigherIsBetter) = (cohort, higherIsBetter);
        (Counts, OutOf, Rule) = (counts, outOf, rule);
    }

    /// <summary>Gets responses in time out of responses that were due in the period, those late and still open included.</summary>
    public static Kpi ResponseOnTime { get; } = new(
        "response-on-time", "response on time", "响应及时率", KpiCohort.Due, true, "first replies in time", "first replies due, met or late",
        static (ticket, plan, count) => KpiRules.Clock(ticket, plan.ResponseObjective, count));

    /// <summary>Gets the source's own variant: problems whose every response was in time, out of all problems opened in the period.</summary>
    public static Kpi ResponseOnTimeOfAll { get; } = new(
        "response-on-time-of-all", "response on time, of all problems", "响应及时率（占全部问题）", KpiCohort.Created, true, "problems answered in time", "all valid problems opened",
        KpiRules.ResponseOfAll);

    /// <summary>Gets resolutions in time out of resolutions that were due in the period.</summary>
    public static Kpi ResolutionOnTime { get; } = new(
        "resolution-on-time", "resolution on time", "按时解决率", KpiCohort.Due, true, "resolutions in time", "resolutions due, met or late",
        static (ticket, plan, count) => KpiRules.Clock(ticket, plan.ResolutionObjective, count));

    /// <summary>Gets problems that stand solved at the cut-off out of all valid ones opened in the period; one that is reopened is not solved until it is solved again.</summary>
    public static Kpi SolutionRate { get; } = new(
        "solution-rate", "solution rate", "问题解决率", KpiCohort.Created, true, "problems that stand solved at the cut-off", "all valid problems opened",
        static (ticket, _, count) => KpiRules.Ticket(ticket, ticket.OpenedAt, ticket.IsSolved, count));

    /// <summary>Gets problems resolved by the first responder in the first interaction that did not come back in the plan's window.</summary>
    public static Kpi FirstContactResolution { get; } = new(
        "first-contact-resolution", "first-contact resolution", "首次联系解决率", KpiCohort.Resolved, true, "resolved on first contact, not reopened, not repeated",
        "resolved by people, window passed", KpiRules.FirstContact);

    /// <summary>Gets problems resolved by the first responder in the first interaction, whether or not they came back: provisional, and gross.</summary>
    public static Kpi FirstContactResolutionGross { get; } = new(
        "first-contact-resolution-gross", "first-contact resolution, gross", "首次联系解决率（毛）", KpiCohort.Resolved, true, "resolved on first contact", "resolved by people",
        static (ticket, _, count) => KpiRules.Resolved(ticket, !ticket.IsSelfServed, ticket.IsFirstContact, count));

    /// <summary>Gets field work done in one visit without a return of the fault in the plan's window for field work.</summary>
    public static Kpi FirstTimeFix { get; } = new(
        "first-time-fix", "first-time fix", "一次修复率", KpiCohort.Resolved, true, "done in one visit, not repeated", "resolved with a visit, window passed", KpiRules.FirstTimeFix);

    /// <summary>Gets complaints closed by their due, or closed at all where the plan names no objective, out of those received in the period.</summary>
    public static Kpi ComplaintClosure { get; } = new(
        "complaint-closure", "complaint closure", "投诉关闭率", KpiCohort.Created, true, "complaints closed by their due", "complaints received whose due is past or met", KpiRules.ComplaintClosure);

    /// <summary>Gets complaints closed with the customer's agreement out of those received in the period.</summary>
    public static Kpi ComplaintAccepted { get; } = new(
        "complaint-accepted", "complaints closed by agreement", "投诉协商关闭率", KpiCohort.Created, true, "complaints closed by agreement", "complaints received",
        static (ticket, _, count) => KpiRules.Complaint(ticket, ticket.Outcome == TicketOutcome.Solved, count));

    /// <summary>Gets complaints closed by a final decision that the customer did not accept, out of those received in the period.</summary>
    public static Kpi ComplaintFinalDecision { get; } = new(
        "complaint-final-decision", "complaints closed by final decision", "投诉最终裁定率", KpiCohort.Created, false, "complaints closed by a final decision", "complaints received",
        static (ticket, _, count) => KpiRules.Complaint(ticket, ticket.Outcome == TicketOutcome.NotSolved, count));

    /// <summary>Gets repairs whose fault came back in the plan's window for field work, out of completed repairs whose window has passed.</summary>
    public static Kpi RepeatRepair { get; } = new(
        "repeat-repair", "repeat repair", "重复维修率", KpiCohort.Resolved, false, "repairs that came back", "repairs completed, window passed", KpiRules.RepeatRepair);

    /// <summary>Gets tickets that the customer had taken up again at least once, out of tickets resolved; counted when they were first resolved.</summary>
    public static Kpi ReopenRate { get; } = new(
        "reopen-rate", "reopen rate", "重开率", KpiCohort.Resolved, false, "tickets that the customer reopened", "tickets resolved for the first time", KpiRules.Reopen);

    /// <summary>Gets tickets resolved without a visit out of all resolved.</summary>
    public static Kpi SolvedRemotely { get; } = new(
        "solved-remotely", "solved remotely", "远程解决率", KpiCohort.Resolved, true, "resolved without a visit", "resolved",
        static (ticket, _, count) => KpiRules.Resolved(ticket, isEligible: true, ticket.Visits == 0, count));

    /// <summary>Gets contacts that ended in self-service out of all valid contacts opened (R31).</summary>
    public static Kpi SelfService { get; } = new(
        "self-service", "solved by self-service", "自助解决率", KpiCohort.Created, true, "ended in self-service", "all valid contacts",
        static (ticket, _, count) => KpiRules.Ticket(ticket, ticket.OpenedAt, ticket.IsSelfServed, count));

    /// <summary>Gets satisfied customers out of those whose answer counts, by when their ticket was resolved (R26). No answer and answers that were cleaned away are left out.</summary>
    public static Kpi Satisfaction { get; } = new(
        "satisfaction", "satisfaction", "客户满意度", KpiCohort.Resolved, true, "satisfied overall", "surveys returned whose answer counts", KpiRules.Satisfaction);

    /// <summary>Gets surveys returned out of those sent, by when the ticket was resolved (R27); answers that do not count were returned all the same.</summary>
    public static Kpi SurveyReturn { get; } = new(
        "survey-return", "return rate of surveys", "问卷回收率", KpiCohort.Resolved, true, "surveys returned", "surveys sent", KpiRules.SurveyReturn);

    /// <summary>Gets tickets whose customer was sent a survey out of all resolved: how far satisfaction speaks for all.</summary>
    public static Kpi SurveyCoverage { get; } = new(
        "survey-coverage", "coverage of surveys", "问卷覆盖率", KpiCohort.Resolved, true, "surveys sent", "resolved",
        static (ticket, _, count) => KpiRules.Resolved(ticket, isEligible: true, ticket.Survey != KpiSurvey.NotSent, count));

    /// <summary>Gets all of them; rates that show gaming (reopen, repeat) stand beside those of closing.</summary>
    public static IReadOnlyList<Kpi> All { get; } =
    [
        ResponseOnTime, ResponseOnTimeOfAll, ResolutionOnTime, SolutionRate, ReopenRate, RepeatRepair, FirstContactResolution, FirstContactResolutionGross, FirstTimeFix,
        ComplaintClosure, ComplaintAccepted, ComplaintFinalDecision, SolvedRemotely, SelfService,
        Satisfaction, SurveyReturn, SurveyCoverage,
    ];

    /// <summary>Gets the code that documents and results name it by: of a–z and '-'.</summary>
    public string Code { get; }

    /// <summary>Gets which instant of a ticket says what period it is counted in.</summary>
    public KpiCohort Cohort { get; }

    /// <summary>Gets a value indicating whether more is better.</summary>
    public bool HigherIsBetter { get; }

    /// <summary>Gets what the numerator counts, in English.</summary>
    public string Counts { get; }

    /// <summary>Gets what the denominator counts, in English.</summary>
    public string OutOf { get; }

    internal Action<KpiTicket, KpiPlan, KpiCount> Rule { get; }

    /// <summary>Finds a KPI by its code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The KPI, or null when there is none.</returns>
    public static Kpi? Find(string? code) => All.FirstOrDefault(kpi => string.Equals(kpi.Code, code, StringComparison.Ordinal));

    /// <summary>Returns the English name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _english;

    /// <summary>Returns the name.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored.</param>
    /// <returns>The name.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => TextLanguage.IsChinese(format) ? _chinese : _english;

    internal static int IndexOf(Kpi kpi)
    {
        int index = 0;
        while (!ReferenceEquals(All[index], kpi))
        {
            index++;
        }

        return index;
    }

    /// <summary>The clocks' objective in a plan, for KPIs of clocks; null for all others.</summary>
    internal string? ClockOf(KpiPlan plan) =>
        ReferenceEquals(this, ResponseOnTime) || ReferenceEquals(this, ResponseOnTimeOfAll) ? plan.ResponseObjective
        : ReferenceEquals(this, ResolutionOnTime) ? plan.ResolutionObjective
        : ReferenceEquals(this, ComplaintClosure) ? plan.ClosureObjective
        : null;
}
