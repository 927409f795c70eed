using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Who is asked after a ticket was closed, when, by which channel and how often (R23, R24, R36).</summary>
/// <remarks>
/// Decides one ticket at a time and keeps no state: who was asked when is the host's knowledge. The decision depends on the ticket's id, not on who is rated.
/// Two plans are equal when all parts are. This type is immutable and thread-safe.
/// </remarks>
public sealed class SurveyPlan : IEquatable<SurveyPlan>
{
    /// <summary>The largest number of reminders.</summary>
    public const int MaximumReminders = 5;

    /// <summary>Makes a plan that asks every customer by any channel, without reminders, however often.</summary>
    /// <param name="survey">What is asked.</param>
    /// <param name="delay">How long after closing.</param>
    /// <param name="channels">The channels, best first; at least one, each 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no channel, or one is no name.</exception>
    public SurveyPlan(Survey survey, SurveyDelay delay, IEnumerable<string> channels)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(delay);
        ArgumentNullException.ThrowIfNull(channels);
        Survey = survey;
        Delay = delay;
        Channels = [.. channels.Select(channel => NameRule.Checked(channel, "channel", nameof(channels)))];
        if (Channels.Count == 0)
        {
            throw new ArgumentException("At least one channel is needed.", nameof(channels));
        }

        Rate = 1;
        Reminders = [];
        Rates = new Dictionary<string, double>(StringComparer.Ordinal);
    }

    private SurveyPlan(SurveyPlan other, double rate, IReadOnlyDictionary<string, double> rates)
    {
        (Survey, Delay, Channels, Reminders, Pause) = (other.Survey, other.Delay, other.Channels, other.Reminders, other.Pause);
        Rate = rate;
        Rates = rates;
    }

    /// <summary>Gets what is asked.</summary>
    public Survey Survey { get; }

    /// <summary>Gets how long after closing.</summary>
    public SurveyDelay Delay { get; }

    /// <summary>Gets the channels, best first.</summary>
    public IReadOnlyList<string> Channels { get; }

    /// <summary>Gets which share of tickets is asked, from 0 to 1, where a stratum has no rate of its own.</summary>
    public double Rate { get; }

    /// <summary>Gets the shares of the strata that have one of their own, by the stratum's name.</summary>
    public IReadOnlyDictionary<string, double> Rates { get; }

    /// <summary>Gets how long after sending the customer is reminded, ascending.</summary>
    public IReadOnlyList<Duration> Reminders { get; private init; }

    /// <summary>Gets for how long a customer who was asked is not asked again, or null without such a rule.</summary>
    public Duration? Pause { get; private init; }

    /// <summary>Returns the plan with a share of tickets that is asked.</summary>
    /// <param name="rate">From 0 to 1.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> lies outside 0 to 1.</exception>
    public SurveyPlan Asking(double rate)
    {
        Statistics.Finite.ThrowIfNotFraction(rate, nameof(rate));
        return new SurveyPlan(this, rate, Rates);
    }

    /// <summary>Returns the plan with a stratum's own share, as from <see cref="StratumAllocation"/>.</summary>
    /// <param name="stratum">The stratum's name; not only white space.</param>
    /// <param name="rate">From 0 to 1.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stratum"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stratum"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> lies outside 0 to 1.</exception>
    public SurveyPlan Asking(string stratum, double rate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(stratum);
        Statistics.Finite.ThrowIfNotFraction(rate, nameof(rate));
        Dictionary<string, double> rates = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, double> pair in Rates)
        {
            rates[pair.Key] = pair.Value;
        }

        rates[stratum] = rate;
        return new SurveyPlan(this, Rate, rates);
    }

    /// <summary>Returns the plan with a time for which a customer who was asked is left in peace.</summary>
    /// <param name="time">Positive; counted from one sending to the next.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not positive.</exception>
    public SurveyPlan AtMostEvery(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, Duration.Zero);
        return new SurveyPlan(this, Rate, Rates) { Pause = time };
    }

    /// <summary>Returns the plan with reminders.</summary>
    /// <param name="after">How long after sending each is due: at most 5, positive, ascending, within the time for which answers are accepted.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="after"/> is null.</exception>
    /// <exception cref="ArgumentException">The reminders are not as allowed.</exception>
    public SurveyPlan RemindingAfter(IEnumerable<Duration> after)
    {
        ArgumentNullException.ThrowIfNull(after);
        Duration[] all = [.. after];
        Duration last = Duration.Zero;
        foreach (Duration one in all)
        {
            if (one <= last || one > Survey.OpenFor || all.Length > MaximumReminders)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Allowed are at most {MaximumReminders} reminders, ascending, after sending and within {Survey.OpenFor.TotalDays:0.##} days."), nameof(after));
            }

            last = one;
        }

        return new SurveyPlan(this, Rate, Rates) { Reminders = all };
    }

    /// <summary>Decides whether a customer is asked.</summary>
    /// <param name="candidate">The customer's closed ticket.</param>
    /// <param name="addOpenTime">Adds open time, as a business calendar's <c>Add</c> does; may be null when the delay does not need it.</param>
    /// <returns>When and by which channel the survey is sent, or why it is not: opt-out, then channel, then the pause, then the sample.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="candidate"/> is null, or <paramref name="addOpenTime"/> is and the delay needs it.</exception>
    public InvitationDecision Decide(SurveyCandidate candidate, Func<Instant, Duration, Instant>? addOpenTime)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        Instant sendAt = Delay.SendAt(candidate.ClosedAt, addOpenTime);
        if (candidate.HasOptedOut)
        {
            return new WithheldInvitation("opted-out", "the customer does not want to be asked", "客户已拒绝接受调查");
        }

        string? channel = Channels.FirstOrDefault(name => candidate.Channels is null || candidate.Channels.Contains(name, StringComparer.Ordinal));
        if (channel is null)
        {
            return new WithheldInvitation("no-channel", "the customer can be reached by no channel of the plan", "计划中的渠道均无法联系到客户");
        }

        if (Pause is { } pause && candidate.LastAskedAt is { } asked && sendAt - asked < pause)
        {
            return new WithheldInvitation("asked-recently", $"the customer was asked at {asked} already", $"客户已于 {asked} 接受过调查");
        }

        double rate = candidate.Stratum.Length > 0 && Rates.TryGetValue(candidate.Stratum, out double own) ? own : Rate;
        return new StableSample(Survey.Name, rate).Contains(candidate.Ticket)
            ? new PlannedInvitation(sendAt, channel, [.. Reminders.Select(after => sendAt + after)])
            : new WithheldInvitation(
                "not-sampled", FormattableString.Invariant($"the ticket is not among the {100 * rate:0.###} % that are asked"), FormattableString.Invariant($"该工单不在 {100 * rate:0.###} % 的抽样之内"));
    }

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other plan.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(SurveyPlan? other) =>
        other is not null && Survey.Equals(other.Survey) && Delay.Equals(other.Delay) && Channels.SequenceEqual(other.Channels, StringComparer.Ordinal)
        && Rate.Equals(other.Rate) && Pause == other.Pause && Reminders.SequenceEqual(other.Reminders)
        && Rates.Count == other.Rates.Count && Rates.All(pair => other.Rates.TryGetValue(pair.Key, out double rate) && rate.Equals(pair.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SurveyPlan);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Survey, Delay, Rate, Pause, Channels.Count, Reminders.Count, Rates.Count);

    /// <summary>Returns survey, delay and rate.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Survey.Name}: {100 * Rate:0.###} % asked {Delay} by {string.Join(", ", Channels)}");
}
