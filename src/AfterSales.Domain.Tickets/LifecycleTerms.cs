using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>The windows, limits and counts that a lifecycle's guards ask for.</summary>
/// <remarks>
/// <see cref="Standard"/> holds the defaults; a host changes what its own rules say. Windows are half-open: their end is not part of them. Two terms are equal when all
/// values are. This type is immutable and safe for use by several threads; each verb returns a changed copy.
/// </remarks>
public sealed record LifecycleTerms
{
    private LifecycleTerms()
    {
    }

    /// <summary>Gets the defaults.</summary>
    public static LifecycleTerms Standard { get; } = new();

    /// <summary>Gets for how long after its resolution a ticket can be reopened (R21); 7 days by default.</summary>
    public Duration ReopenWindow { get; private init; } = Duration.FromDays(7);

    /// <summary>Gets after how long a silence the system closes a resolved ticket; 7 days by default.</summary>
    public Duration SilenceWindow { get; private init; } = Duration.FromDays(7);

    /// <summary>Gets for how long after closing the same fault is a repeat; 30 days by default.</summary>
    public Duration RepeatWindow { get; private init; } = Duration.FromDays(30);

    /// <summary>Gets how long before the last event something may have happened that is reported late; 24 hours by default.</summary>
    public Duration LateReports { get; private init; } = Duration.FromHours(24);

    /// <summary>Gets how often a customer is reminded before he is given up; 2 by default.</summary>
    public int RemindersBeforeGivingUp { get; private init; } = 2;

    /// <summary>Gets after how many reopenings the supervisor is called and the class raised (R21); 2 by default, 0 never.</summary>
    public int ReopensBeforeRaising { get; private init; } = 2;

    /// <summary>Gets the highest level of appeal; the first handling is level 1; 3 by default.</summary>
    public int HighestLevel { get; private init; } = 3;

    /// <summary>Gets the cost above which a remedy needs the leadership's approval (R34), in the host's currency; null by default: none does.</summary>
    public decimal? MajorRemedyAbove { get; private init; }

    /// <summary>Gets the class from which on every remedy with a stated cost needs the leadership's approval, whatever it costs (R34); null by default: none does.</summary>
    public Severity? MajorRemedyFrom { get; private init; }

    /// <summary>Returns a copy in which a ticket can be reopened for this long after its resolution.</summary>
    /// <param name="window">0 or longer; 0 for never.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is negative.</exception>
    public LifecycleTerms ReopenableFor(Duration window) => this with { ReopenWindow = Checked(window, nameof(window)) };

    /// <summary>Returns a copy in which the system closes a resolved ticket after this long a silence.</summary>
    /// <param name="window">0 or longer.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is negative.</exception>
    public LifecycleTerms ClosedBySilenceAfter(Duration window) => this with { SilenceWindow = Checked(window, nameof(window)) };

    /// <summary>Returns a copy in which the same fault is a repeat for this long after closing.</summary>
    /// <param name="window">0 or longer; 0 for never.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is negative.</exception>
    public LifecycleTerms RepeatedWithin(Duration window) => this with { RepeatWindow = Checked(window, nameof(window)) };

    /// <summary>Returns a copy in which something may be reported that happened this long before the last event.</summary>
    /// <param name="window">0 or longer; 0 for never.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is negative.</exception>
    public LifecycleTerms ReportedLateWithin(Duration window) => this with { LateReports = Checked(window, nameof(window)) };

    /// <summary>Returns a copy in which a customer is given up after so many reminders.</summary>
    /// <param name="reminders">0 or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reminders"/> is negative.</exception>
    public LifecycleTerms GivingUpAfter(int reminders)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reminders);
        return this with { RemindersBeforeGivingUp = reminders };
    }

    /// <summary>Returns a copy in which so many reopenings call the supervisor and raise the class.</summary>
    /// <param name="reopens">1 or more; 0 switches it off.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reopens"/> is negative.</exception>
    public LifecycleTerms RaisedAfterReopening(int reopens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reopens);
        return this with { ReopensBeforeRaising = reopens };
    }

    /// <summary>Returns a copy with this highest level of appeal.</summary>
    /// <param name="level">1 (no appeal) or higher.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is less than 1.</exception>
    public LifecycleTerms AppealedUpTo(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        return this with { HighestLevel = level };
    }

    /// <summary>Returns a copy in which a remedy that costs more needs the leadership's approval (R34).</summary>
    /// <param name="limit">In the host's currency, 0 or more: a remedy of exactly this cost needs none; null when none ever does.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    public LifecycleTerms ApprovingRemediesAbove(decimal? limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit ?? 0, nameof(limit));
        return this with { MajorRemedyAbove = limit };
    }

    /// <summary>Returns a copy in which every remedy needs the leadership's approval from a class on (R34), beside those above the limit of cost.</summary>
    /// <param name="severity">General, important or urgent: the mildest class; null when the class does not matter.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="severity"/> is unknown or not one of the enumeration.</exception>
    public LifecycleTerms ApprovingRemediesFrom(Severity? severity) => severity is null or (>= Severity.General and <= Severity.Urgent)
        ? this with { MajorRemedyFrom = severity }
        : throw new ArgumentOutOfRangeException(nameof(severity), severity, "Allowed are General, Important and Urgent.");

    private static Duration Checked(Duration window, string parameterName)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, Duration.Zero, parameterName);
        return window;
    }
}
