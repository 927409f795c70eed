using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Testing;

/// <summary>A calendar, two instants and an amount of open time to ask it about.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class AskedCalendar : LawCase
{
    /// <summary>Creates a case.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="at">The instant.</param>
    /// <param name="other">Another instant.</param>
    /// <param name="amount">An amount of open time, more than nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not more than nothing.</exception>
    public AskedCalendar(BusinessCalendar calendar, Instant at, Instant other, Duration amount)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(amount, Duration.Zero);
        Calendar = calendar;
        At = at;
        Other = other;
        Amount = amount;
    }

    /// <summary>Gets the calendar.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>Gets the instant.</summary>
    public Instant At { get; }

    /// <summary>Gets another instant, before or after it.</summary>
    public Instant Other { get; }

    /// <summary>Gets an amount of open time.</summary>
    public Duration Amount { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Documents => [new("calendar.json", CalendarDocument.Write(Calendar))];

    /// <inheritdoc/>
    public override string Command
    {
        get
        {
            LocalDate date = At.InZone(Calendar.Zone).Date;
            return $"aftersales calendar calendar.json --from {LocalDatePattern.Iso.Format(date.PlusDays(-3))} --to {LocalDatePattern.Iso.Format(date.PlusDays(11))}";
        }
    }

    private protected override string Statements() => string.Concat(
        $"BusinessCalendar calendar = {CSharpCalendars.Of(Calendar)};\n\n",
        $"Instant at = {CSharpValues.Of(At)};\nInstant other = {CSharpValues.Of(Other)};\nDuration amount = {CSharpValues.Of(Amount)};\n",
        "Instant end;\nbool canBeDone = calendar.TryAdd(at, amount, out end);\n");
}
