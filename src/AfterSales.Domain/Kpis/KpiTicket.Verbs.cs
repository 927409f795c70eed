using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <content>The verbs that say what happened to the ticket.</content>
public sealed partial class KpiTicket
{
    /// <summary>Returns the ticket with the beginning of work.</summary>
    /// <param name="at">When; the first time counts.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> lies before the opening.</exception>
    public KpiTicket Started(Instant at) => WithAt(at, copy => copy.StartedAt ??= at);

    /// <summary>Returns the ticket with a person's answer to the customer.</summary>
    /// <param name="at">When; the first time counts.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> lies before the opening.</exception>
    public KpiTicket Replied(Instant at) => WithAt(at, copy => copy.RepliedAt ??= at);

    /// <summary>Returns the ticket resolved.</summary>
    /// <param name="at">When.</param>
    /// <returns>The changed copy; resolving is also work.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> lies before the opening.</exception>
    public KpiTicket Resolved(Instant at)
    {
        ThrowIfBeforeOpening(at);
        KpiTicket copy = Copy();
        copy.StartedAt ??= at;
        copy.FirstResolvedAt ??= at;
        copy.ResolvedAt = at;
        return copy;
    }

    /// <summary>Returns the ticket taken up again, so that it is not resolved.</summary>
    /// <param name="byCustomer">Whether the customer caused it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">The ticket is not resolved.</exception>
    public KpiTicket Reopened(bool byCustomer)
    {
        if (ResolvedAt is null)
        {
            throw new InvalidOperationException($"{Id} is not resolved; only a resolved ticket is reopened.");
        }

        KpiTicket copy = TakenUpAgain();
        copy.Reopens++;
        copy.CustomerReopens += byCustomer ? 1 : 0;
        return copy;
    }

    /// <summary>Returns the ticket closed.</summary>
    /// <param name="at">When.</param>
    /// <param name="outcome">How.</param>
    /// <returns>The changed copy; closing as solved, unconfirmed or not solved also resolves a ticket that was not resolved before.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> lies before the opening, or <paramref name="outcome"/> is open.</exception>
    public KpiTicket Closed(Instant at, TicketOutcome outcome)
    {
        if (outcome is not (> TicketOutcome.Open and <= TicketOutcome.Converted))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Allowed are the outcomes of closed tickets, from Solved to Converted.");
        }

        bool resolves = ResolvedAt is null && outcome is (TicketOutcome.Solved or TicketOutcome.Unconfirmed or TicketOutcome.NotSolved);
        ThrowIfBeforeOpening(at);
        KpiTicket copy = resolves ? Resolved(at) : Copy();
        copy.ClosedAt = at;
        copy.Outcome = outcome;
        return copy;
    }

    /// <summary>Returns the ticket with one more visit.</summary>
    /// <returns>The changed copy.</returns>
    public KpiTicket Visited() => With(copy => copy.Visits++);

    /// <summary>Returns the ticket with one more visit that met nobody; say <see cref="Visited"/> too.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">All visits failed already.</exception>
    public KpiTicket VisitFailed()
    {
        return FailedVisits < Visits
            ? With(copy => copy.FailedVisits++)
            : throw new InvalidOperationException("There is no visit that could have failed; say Visited first.");
    }

    /// <summary>Returns the ticket as one that the first responder resolved in the first interaction.</summary>
    /// <returns>The changed copy.</returns>
    public KpiTicket OnFirstContact() => With(copy => copy.IsFirstContact = true);

    /// <summary>Returns the ticket as one that ended in self-service (R31).</summary>
    /// <returns>The changed copy.</returns>
    public KpiTicket SelfServed() => With(copy => copy.IsSelfServed = true);

    /// <summary>Returns the ticket with the return of the same fault; <see cref="RepeatFinder"/> finds it.</summary>
    /// <param name="at">When it came back; the first time counts.</param>
    /// <returns>The changed copy.</returns>
    public KpiTicket Repeated(Instant at) => With(copy => copy.RepeatedAt = RepeatedAt is { } known && known <= at ? known : at);

    /// <summary>Returns the ticket as the repeat of another.</summary>
    /// <param name="earlier">The earlier ticket.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="earlier"/> is the default value.</exception>
    public KpiTicket Repeating(TicketId earlier)
    {
        _ = earlier.Value;
        return With(copy => copy.RepeatOf = earlier);
    }

    /// <summary>Returns the ticket with a wait for the customer, on top of those before.</summary>
    /// <param name="time">How long; not negative.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public KpiTicket WaitedForCustomer(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        return With(copy => copy.CustomerWait += time);
    }

    /// <summary>Returns the ticket with measured work, on top of that before.</summary>
    /// <param name="time">How long; not negative.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public KpiTicket Touched(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        return With(copy => copy.TouchTime = (TouchTime ?? Duration.Zero) + time);
    }

    /// <summary>Returns the ticket with its team.</summary>
    /// <param name="team">The team.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="team"/> is the default value.</exception>
    public KpiTicket OfTeam(TeamId team)
    {
        _ = team.Value;
        return With(copy => copy.Team = team);
    }

    /// <summary>Returns the ticket with who has it.</summary>
    /// <param name="technician">Who.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="technician"/> is the default value.</exception>
    public KpiTicket HandledBy(PersonId technician)
    {
        _ = technician.Value;
        return With(copy => copy.Technician = technician);
    }

    /// <summary>Returns the ticket with the service provider whom it was given to.</summary>
    /// <param name="provider">The provider.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="provider"/> is the default value.</exception>
    public KpiTicket GivenTo(TeamId provider)
    {
        _ = provider.Value;
        return With(copy => copy.Provider = provider);
    }

    /// <summary>Returns the ticket as a test.</summary>
    /// <returns>The changed copy.</returns>
    public KpiTicket AsTest() => With(copy => copy.IsTest = true);

    /// <summary>Returns the ticket as spam.</summary>
    /// <returns>The changed copy.</returns>
    public KpiTicket AsSpam() => With(copy => copy.IsSpam = true);

    /// <summary>Returns the ticket as one whose customer was sent a survey and has not answered.</summary>
    /// <returns>The changed copy; the same as before when an answer came already.</returns>
    public KpiTicket Surveyed() => With(copy => copy.Survey = Survey == KpiSurvey.NotSent ? KpiSurvey.NotReturned : Survey);

    /// <summary>Returns the ticket with its customer's answer to the overall question; <see cref="SurveyJoin"/> reads it from cleaned answers.</summary>
    /// <param name="isSatisfied">Whether one of the best two numbers was chosen; null when the answer was returned and does not count.</param>
    /// <returns>The changed copy.</returns>
    public KpiTicket Answered(bool? isSatisfied) =>
        With(copy => copy.Survey = isSatisfied switch { true => KpiSurvey.Satisfied, false => KpiSurvey.NotSatisfied, null => KpiSurvey.LeftOut });

    /// <summary>Returns the ticket with one more clock.</summary>
    /// <param name="clock">The clock.</param>
    /// <returns>The changed copy.</returns>
    public KpiTicket WithClock(KpiClock clock) => With(copy => copy._clocks = [.. _clocks, clock]);

    /// <summary>Returns the ticket with every cycle of a report; a test history makes it a test.</summary>
    /// <param name="report">The report as of the same cut-off.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is null.</exception>
    public KpiTicket WithClocks(SlaReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        KpiTicket copy = Copy();
        copy._clocks = [.. _clocks, .. report.Objectives.SelectMany(objective => objective.Cycles).Select(KpiClock.Of)];
        copy.IsTest |= report.IsTest;
        return copy;
    }

    internal KpiTicket TakenUpAgain()
    {
        KpiTicket copy = Copy();
        copy.ResolvedAt = null;
        copy.ClosedAt = null;
        copy.Outcome = TicketOutcome.Open;
        return copy;
    }

    private KpiTicket With(Action<KpiTicket> change)
    {
        KpiTicket copy = Copy();
        change(copy);
        return copy;
    }

    private KpiTicket WithAt(Instant at, Action<KpiTicket> change)
    {
        ThrowIfBeforeOpening(at);
        return With(change);
    }

    private void ThrowIfBeforeOpening(Instant at) => ArgumentOutOfRangeException.ThrowIfLessThan(at, OpenedAt);
}
