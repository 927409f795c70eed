namespace AfterSales.Domain.Satisfaction;

/// <summary>
/// The loop that handles an unsatisfied customer's case again until the customer is satisfied (R21) — bounded: after the last round the supervisor takes over, and may close
/// it unsatisfied with a reason.
/// </summary>
/// <remarks>
/// A problem is solved only when the customer confirms. Whatever happens, an end is reached after at most 2·rounds + 2 accepted actions (a law). Equality is of all parts.
/// This type is immutable and thread-safe.
/// </remarks>
public sealed record FollowUp : IFormattable
{
    private FollowUp(string ticket, int rounds, int round, FollowUpState state, string reason) =>
        (Ticket, Rounds, Round, State, Reason) = (ticket, rounds, round, state, reason);

    /// <summary>Gets the ticket's id.</summary>
    public string Ticket { get; }

    /// <summary>Gets how many rounds there are before the supervisor takes over.</summary>
    public int Rounds { get; }

    /// <summary>Gets which round it is, from 1; the supervisor's is one more than <see cref="Rounds"/>. It is the round of <see cref="SurveyResponse.AfterFollowUp"/>.</summary>
    public int Round { get; }

    /// <summary>Gets where it stands.</summary>
    public FollowUpState State { get; }

    /// <summary>Gets why it was closed with an unsatisfied customer; else empty.</summary>
    public string Reason { get; }

    /// <summary>Gets whether it has ended.</summary>
    public bool HasEnded => State >= FollowUpState.Satisfied;

    /// <summary>Gets what is possible now.</summary>
    public IReadOnlyList<FollowUpAction> Permitted => State switch
    {
        FollowUpState.Working => [FollowUpAction.Handled],
        FollowUpState.Asked => [FollowUpAction.Satisfied, FollowUpAction.Unsatisfied, FollowUpAction.NoAnswer],
        FollowUpState.SupervisorWorking => [FollowUpAction.Handled, FollowUpAction.CloseUnsatisfied],
        FollowUpState.SupervisorAsked => [FollowUpAction.Satisfied, FollowUpAction.NoAnswer, FollowUpAction.CloseUnsatisfied],
        _ => [],
    };

    /// <summary>Starts a follow-up of three rounds.</summary>
    /// <param name="ticket">The ticket's id; not only white space.</param>
    /// <returns>The follow-up, being worked on in round 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="ticket"/> is empty or only white space.</exception>
    public static FollowUp Start(string ticket) => Start(ticket, 3);

    /// <summary>Starts a follow-up.</summary>
    /// <param name="ticket">The ticket's id; not only white space.</param>
    /// <param name="rounds">How many rounds before the supervisor takes over; from 1 to 10.</param>
    /// <returns>The follow-up, being worked on in round 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="ticket"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounds"/> lies outside 1 to 10.</exception>
    public static FollowUp Start(string ticket, int rounds)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ticket);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, 10);
        return new FollowUp(ticket, rounds, 1, FollowUpState.Working, "");
    }

    /// <summary>Applies an action that needs no reason.</summary>
    /// <param name="action">What happened; any but <see cref="FollowUpAction.CloseUnsatisfied"/>.</param>
    /// <returns>The follow-up after it, or the refusal with what is possible now.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="action"/> is not one of the enumeration, or needs a reason: use <see cref="CloseUnsatisfied"/>.</exception>
    public FollowUpResult Apply(FollowUpAction action) => action switch
    {
        < FollowUpAction.Handled or > FollowUpAction.NoAnswer =>
            throw new ArgumentOutOfRangeException(nameof(action), action, "Allowed are Handled, Satisfied, Unsatisfied and NoAnswer; closing unsatisfied needs a reason."),
        _ when !Permitted.Contains(action) => new RefusedFollowUp(this, action),
        FollowUpAction.Handled => Next(Round, State == FollowUpState.Working ? FollowUpState.Asked : FollowUpState.SupervisorAsked),
        FollowUpAction.Satisfied => Next(Round, FollowUpState.Satisfied),
        FollowUpAction.NoAnswer => Next(Round, FollowUpState.ClosedUnconfirmed),
        _ => Next(Round + 1, Round < Rounds ? FollowUpState.Working : FollowUpState.SupervisorWorking),
    };

    /// <summary>Closes the case although the customer is not satisfied.</summary>
    /// <param name="reason">Why; not only white space.</param>
    /// <returns>The closed follow-up, or the refusal with what is possible now: only the supervisor may, after all rounds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty or only white space.</exception>
    public FollowUpResult CloseUnsatisfied(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return Permitted.Contains(FollowUpAction.CloseUnsatisfied)
            ? new AcceptedFollowUp(new FollowUp(Ticket, Rounds, Round, FollowUpState.ClosedUnsatisfied, reason))
            : new RefusedFollowUp(this, FollowUpAction.CloseUnsatisfied);
    }

    /// <summary>Returns ticket, state and round.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string round = (Round > Rounds, chinese) switch
        {
            (true, true) => FormattableString.Invariant($"{Rounds} 轮后由主管处理"),
            (true, false) => FormattableString.Invariant($"with the supervisor after {Rounds} {(Rounds == 1 ? "round" : "rounds")}"),
            (false, true) => FormattableString.Invariant($"第 {Round} 轮（共 {Rounds} 轮）"),
            (false, false) => FormattableString.Invariant($"round {Round} of {Rounds}"),
        };
        return chinese
            ? $"工单 {Ticket} 的回访：{FollowUpWords.Chinese(State)}，{round}{(Reason.Length == 0 ? "" : "：" + Reason)}"
            : $"follow-up of ticket {Ticket}: {State}, {round}{(Reason.Length == 0 ? "" : ": " + Reason)}";
    }

    private AcceptedFollowUp Next(int round, FollowUpState state) => new(new FollowUp(Ticket, Rounds, round, state, ""));
}
