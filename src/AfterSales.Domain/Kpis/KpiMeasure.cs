using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>A time that is measured on each ticket (R27).</summary>
/// <remarks>A closed list; compared by reference. <c>$"{measure:zh}"</c> is the Chinese name. Immutable and thread-safe.</remarks>
public sealed class KpiMeasure : IFormattable
{
    private readonly string _english;
    private readonly string _chinese;
    private readonly Func<KpiTicket, Duration?> _time;

    private KpiMeasure(string code, string english, string chinese, KpiCohort cohort, Func<KpiTicket, Duration?> time) =>
        (Code, _english, _chinese, Cohort, _time) = (code, english, chinese, cohort, time);

    /// <summary>Gets from the opening to a person's first answer; clock time, in the cohort of opening.</summary>
    public static KpiMeasure ResponseTime { get; } = new("response-time", "response time", "响应时长", KpiCohort.Created, static ticket => ticket.RepliedAt - ticket.OpenedAt);

    /// <summary>Gets from the opening to the last resolution; clock time.</summary>
    public static KpiMeasure ResolutionTime { get; } =
        new("resolution-time", "resolution time", "解决时长", KpiCohort.Resolved, static ticket => ticket.ResolvedAt - ticket.OpenedAt);

    /// <summary>Gets the resolution time less the waits for the customer.</summary>
    public static KpiMeasure CompanyTime { get; } = new(
        "company-time", "resolution time less customer waits", "扣除客户等待的解决时长", KpiCohort.Resolved,
        static ticket => ticket.ResolvedAt is { } at ? Duration.Max(Duration.Zero, at - ticket.OpenedAt - ticket.CustomerWait) : null);

    /// <summary>Gets the resolution time of repairs.</summary>
    public static KpiMeasure RepairCycle { get; } = new(
        "repair-cycle", "repair cycle", "维修周期", KpiCohort.Resolved,
        static ticket => ticket.Request.Kind == RequestKind.Repair ? ticket.ResolvedAt - ticket.OpenedAt : null);

    /// <summary>Gets the measured work on resolved tickets, where the host measures it.</summary>
    public static KpiMeasure HandlingTime { get; } = new(
        "handling-time", "handling time", "处理时长", KpiCohort.Resolved, static ticket => ticket.ResolvedAt is null ? null : ticket.TouchTime);

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<KpiMeasure> All { get; } = [ResponseTime, ResolutionTime, CompanyTime, RepairCycle, HandlingTime];

    /// <summary>Gets the code that documents and results name it by: of a–z and '-'.</summary>
    public string Code { get; }

    /// <summary>Gets which instant of a ticket says what period it is counted in.</summary>
    public KpiCohort Cohort { get; }

    /// <summary>Measures a ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>The time; null when the ticket has none, or not yet.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    public Duration? Of(KpiTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return _time(ticket);
    }

    /// <summary>Returns the English name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _english;

    /// <summary>Returns the name.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored.</param>
    /// <returns>The name.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => TextLanguage.IsChinese(format) ? _chinese : _english;

    internal static int IndexOf(KpiMeasure measure)
    {
        int index = 0;
        while (!ReferenceEquals(All[index], measure))
        {
            index++;
        }

        return index;
    }

    internal Instant CohortOf(KpiTicket ticket) => Cohort == KpiCohort.Created ? ticket.OpenedAt : ticket.ResolvedAt!.Value;

    /// <summary>Whether the time of an open, unanswered ticket is still growing.</summary>
    internal bool IsRunning(KpiTicket ticket) => Cohort == KpiCohort.Created && ticket.ClosedAt is null;
}
