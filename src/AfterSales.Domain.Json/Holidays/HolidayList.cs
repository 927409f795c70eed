using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The entries of a holiday list as they are read; an entry that contradicts an earlier one is a finding at its own line.</summary>
internal sealed class HolidayList
{
    private const string SomeName = "list";

    private readonly DocumentFindings _findings;
    private readonly List<DatedHours> _entries = [];
    private readonly Dictionary<LocalDate, List<DatedHours>> _ofDate = [];

    internal HolidayList(DocumentFindings findings) => _findings = findings;

    internal void Add(int line, int column, Func<DatedHours> make)
    {
        try
        {
            DatedHours entry = make();
            if (!_ofDate.TryGetValue(entry.Date, out List<DatedHours>? sameDate))
            {
                _ofDate.Add(entry.Date, sameDate = []);
            }

            _ = new HolidaySet(SomeName, [.. sameDate, entry]);
            sameDate.Add(entry);
            _entries.Add(entry);
        }
        catch (ArgumentException refused)
        {
            _findings.Add(line, column, "refused", "found an entry that is refused", refused.Message);
        }
    }

    internal DocumentReading<HolidaySet> ToReading(string name) =>
        new(_findings.Count == 0 ? new HolidaySet(name, _entries) : null, _findings.InOrder());
}
