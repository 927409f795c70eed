using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The entries of a holiday list as they are read; an entry that contradicts an earlier one is a finding at its own line.</summary>
internal sealed class HolidayList
{
    private const string SomeName = "list";

    /// <summary>More than two hundred years of holidays; it bounds what a few bytes of an event over a year can ask for.</summary>
    private const int MostEntries = 100_000;

    /// <summary>Every entry of a date is compared with the others of the date.</summary>
    internal const int MostOfOneDate = 100;

    internal static readonly (string Found, string Allowed) TooManyOfOneDate =
        ("found one entry of the date more than are read", FormattableString.Invariant($"at most {MostOfOneDate} entries of one date"));

    private readonly DocumentFindings _findings;
    private readonly List<DatedHours> _entries = [];
    private readonly Dictionary<LocalDate, List<DatedHours>> _ofDate = [];

    private bool _isFull;

    internal HolidayList(DocumentFindings findings) => _findings = findings;

    internal void Add(int line, int column, Func<DatedHours> make)
    {
        if (_isFull)
        {
            return;
        }

        if (_entries.Count == MostEntries)
        {
            _isFull = true;
            _findings.Add(line, column, "too-large", "found one entry more than are read", FormattableString.Invariant($"at most {MostEntries} entries in a list"));
            return;
        }

        try
        {
            DatedHours entry = make();
            if (entry.Reason.Length > Forms.LongestText || entry.ChineseReason?.Length > Forms.LongestText)
            {
                _findings.Add(line, column, "refused", FormattableString.Invariant($"found a name of {Math.Max(entry.Reason.Length, entry.ChineseReason?.Length ?? 0)} characters"), FormattableString.Invariant($"at most {Forms.LongestText} characters"));
                return;
            }

            if (!_ofDate.TryGetValue(entry.Date, out List<DatedHours>? sameDate))
            {
                _ofDate.Add(entry.Date, sameDate = []);
            }

            if (sameDate.Count == MostOfOneDate)
            {
                _findings.Add(line, column, "too-large", TooManyOfOneDate.Found, TooManyOfOneDate.Allowed);
                return;
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
