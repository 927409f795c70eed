using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>A dated entry in plain numbers, from which both the calendar and the model are made.</summary>
internal sealed record DatedCase(LocalDate Date, DatedKind Kind, IReadOnlyList<(int Start, int Length)> Ranges, IsoDayOfWeek WorksAs)
{
    public DatedHours ToEntry() => Kind switch
    {
        DatedKind.Closed => DatedHours.Closed(Date, "closed"),
        DatedKind.ClosedPart => DatedHours.ClosedFor(Date, CalendarCase.Range(Ranges[0]), "closed for a while"),
        DatedKind.Special => DatedHours.Special(Date, CalendarCase.Day(Ranges), "special"),
        _ => DatedHours.MakeUp(Date, WorksAs, "make-up"),
    };

    public override string ToString() => ToEntry().ToString();
}
