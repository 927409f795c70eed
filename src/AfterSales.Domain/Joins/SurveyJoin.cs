using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain;

/// <summary>Makes a survey candidate of a closed ticket: the join of Tickets and Satisfaction (R23).</summary>
/// <remarks>Whether and when the candidate is asked is the decision of <see cref="SurveyPlan"/>. Pure and thread-safe.</remarks>
public static class SurveyJoin
{
    /// <summary>Makes the candidate of a ticket, without a stratum.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>
    /// The candidate; null while the ticket is open, and when there is nothing to rate: it was merged or converted (the ticket it lives on in is asked about) or withdrawn.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    public static SurveyCandidate? CandidateOf(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return ticket is { ClosedAt: { } closedAt, Outcome: TicketOutcome.Solved or TicketOutcome.Unconfirmed or TicketOutcome.NotSolved }
            ? new SurveyCandidate(ticket.Id.Value, closedAt)
            : null;
    }

    /// <summary>Makes the candidate of a ticket, with what its request says in a dimension as the stratum (R24).</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="stratum">By what customers are stratified, such as <see cref="RequestDimension.Region"/>.</param>
    /// <returns>As <see cref="CandidateOf(Ticket)"/>; without a stratum when the request says nothing in this dimension.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static SurveyCandidate? CandidateOf(Ticket ticket, RequestDimension stratum)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        SurveyCandidate? candidate = CandidateOf(ticket);
        return candidate is not null && stratum.ValueOf(ticket.Request) is { } value ? candidate.Of(value) : candidate;
    }

    /// <summary>Puts a customer's answer into what KPIs know of the ticket: whether it counts and whether the customer is satisfied overall (R26).</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="survey">The survey that was answered; it has one rating of <see cref="SurveyDimension.Overall"/>.</param>
    /// <param name="answer">The first answer, labelled by cleaning.</param>
    /// <returns>The changed copy; unchanged for an answer after a follow-up, which tells of recovery and not of satisfaction.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> or <paramref name="survey"/> is null.</exception>
    /// <exception cref="ArgumentException">The answer is of another ticket, or the survey has no overall rating, or several.</exception>
    public static KpiTicket Answered(KpiTicket ticket, Survey survey, LabelledAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(survey);
        if (!string.Equals(answer.Response.Ticket, ticket.Id.Value, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The answer is of ticket {answer.Response.Ticket}, not of {ticket.Id}.", nameof(answer));
        }

        if (answer.Response.FollowUpRound > 0)
        {
            return ticket;
        }

        SurveyScores scores = new(survey);
        scores.Add(answer.Response, answer.Label);
        Share satisfied = Csat.Of(scores, SurveyDimension.Overall).Satisfied;
        return ticket.Answered(satisfied.Count == 0 ? null : satisfied.Successes > 0);
    }
}
