using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>By when something is due, as a value: one composable language of deadlines, all of which can pause.</summary>
/// <remarks>
/// A closed set of cases, made by the factories here; a rule holds at most <see cref="MaximumSize"/> cases. Laws: the due never lies before the start;
/// a larger amount never gives an earlier due; splitting a wait at any point changes nothing. Done at the due instant is in time, later is late.
/// Two rules are equal when they are the same case with equal parts. Immutable and thread-safe.
/// </remarks>
public abstract class DeadlineRule : IEquatable<DeadlineRule>, IFormattable
{
    /// <summary>How many cases a rule may hold in all, itself included: 64.</summary>
    public const int MaximumSize = 64;

    private protected DeadlineRule(int size = 1)
    {
        if (size > MaximumSize)
        {
            throw new ArgumentException($"The rule holds {size} cases; at most {MaximumSize} are allowed.", nameof(size));
        }

        Size = size;
    }

    internal int Size { get; }

    /// <summary>Gets a value indicating whether the answer depends on the calendar.</summary>
    internal abstract bool UsesCalendar { get; }

    /// <summary>Gets a value indicating whether the answer depends on the agreed appointment.</summary>
    internal virtual bool UsesAppointment => false;

    /// <summary>An amount of clock time after the start, day and night.</summary>
    /// <param name="amount">More than zero.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is zero or negative.</exception>
    public static ElapsedRule Elapsed(Duration amount) => new(amount);

    /// <summary>An amount of the calendar's open time after the start.</summary>
    /// <param name="amount">More than zero.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is zero or negative.</exception>
    public static OpenTimeRule OpenTime(Duration amount) => new(amount);

    /// <summary>The closing of the n-th working day strictly after the start's date ("T+2").</summary>
    /// <param name="days">n, from 1.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1.</exception>
    public static WorkingDayRule WorkingDay(int days) => new(days, at: null);

    /// <summary>A time on the n-th working day strictly after the start's date.</summary>
    /// <param name="days">n, from 1.</param>
    /// <param name="at">The local time; in a gap of the zone the first instant after it, in an overlap the first of the two.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is less than 1.</exception>
    public static WorkingDayRule WorkingDay(int days, LocalTime at) => new(days, at);

    /// <summary>The first such time on a working day strictly after the start.</summary>
    /// <param name="at">The local time; in a gap of the zone the first instant after it, in an overlap the first of the two.</param>
    /// <returns>The rule.</returns>
    public static NextTimeRule NextTime(LocalTime at) => new(at);

    /// <summary>The agreed appointment plus a grace in clock time; unset while none has been agreed.</summary>
    /// <param name="grace">Zero or more.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grace"/> is negative.</exception>
    public static AppointmentRule Appointment(Duration grace) => new(grace, inOpenTime: false);

    /// <summary>The agreed appointment plus a grace in the calendar's open time; unset while none has been agreed.</summary>
    /// <param name="grace">Zero or more.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grace"/> is negative.</exception>
    public static AppointmentRule AppointmentInOpenTime(Duration grace) => new(grace, inOpenTime: true);

    /// <summary>One rule for what starts within a working date's hours, from its opening to its closing with breaks, and another for all else (R05).</summary>
    /// <param name="then">What holds within the hours; a lunch break is within them.</param>
    /// <param name="otherwise">What holds outside.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException">A rule is null.</exception>
    /// <exception cref="ArgumentException">The rule would hold more than <see cref="MaximumSize"/> cases.</exception>
    public static IfOpenRule IfOpen(DeadlineRule then, DeadlineRule otherwise) => new(then, otherwise);

    /// <summary>The earliest of several; those that are unset do not count.</summary>
    /// <param name="rules">One or more.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is none, or the rule would hold more than <see cref="MaximumSize"/> cases.</exception>
    public static EarliestRule Earliest(params IEnumerable<DeadlineRule> rules) => new(CompositeParts.Checked(rules));

    /// <summary>The latest of several; unset while one of them is.</summary>
    /// <param name="rules">One or more.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is none, or the rule would hold more than <see cref="MaximumSize"/> cases.</exception>
    public static LatestRule Latest(params IEnumerable<DeadlineRule> rules) => new(CompositeParts.Checked(rules));

    /// <summary>Tells what is due for something that starts at an instant, when nothing pauses and no appointment was agreed.</summary>
    /// <param name="start">When it starts.</param>
    /// <param name="calendar">The calendar that open time, working days and local times are those of.</param>
    /// <returns>The due instant, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public DueResult Due(Instant start, BusinessCalendar calendar) => Due(start, calendar, DueFacts.None);

    /// <summary>Tells what is due for something that starts at an instant.</summary>
    /// <param name="start">When it starts.</param>
    /// <param name="calendar">The calendar that open time, working days and local times are those of.</param>
    /// <param name="facts">Waits that pause the rule, and the agreed appointment.</param>
    /// <returns>The due instant, or why there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DueResult Due(Instant start, BusinessCalendar calendar, DueFacts facts)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(facts);
        return Evaluate(start, calendar, facts.ForRule()).Due;
    }

    /// <summary>Says whether the other is the same case with equal parts.</summary>
    /// <param name="other">The other rule.</param>
    /// <returns>True when they are equal.</returns>
    public abstract bool Equals(DeadlineRule? other);

    /// <summary>Says whether the other is the same case with equal parts.</summary>
    /// <param name="obj">The other rule.</param>
    /// <returns>True when they are equal.</returns>
    public sealed override bool Equals(object? obj) => Equals(obj as DeadlineRule);

    /// <summary>Returns a hash code of case and parts.</summary>
    /// <returns>The hash code.</returns>
    public abstract override int GetHashCode();

    /// <summary>Returns the rule in English, as in "1 h of open time".</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString() => Describe(chinese: false);

    /// <summary>Returns the rule in a language.</summary>
    /// <param name="format">null, "" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: numbers are invariant.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => Describe(TextLanguage.IsChinese(format));

    internal abstract string Describe(bool chinese);

    internal abstract RuleOutcome Evaluate(Instant start, BusinessCalendar calendar, in RuleFacts facts);

    /// <summary>The rule that decides for this start: the taken branch of an <see cref="IfOpenRule"/>, else the rule itself.</summary>
    internal virtual DeadlineRule Taken(Instant start, BusinessCalendar calendar) => this;

    /// <summary>For duration rules their allowance; null for all others.</summary>
    internal virtual Duration? Allowance => null;

    /// <summary>What the rule counts in: open time only for <see cref="OpenTimeRule"/>.</summary>
    internal virtual TimeUnit Unit(BusinessCalendar calendar) => TimeUnit.Clock;
}
