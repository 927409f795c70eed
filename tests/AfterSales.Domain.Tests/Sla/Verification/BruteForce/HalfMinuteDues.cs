using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Verification.BruteForce;

/// <summary>What each rule means, said once more in plain loops over half minutes: the due of every start, and what of it an alarm is planned by.</summary>
internal sealed class HalfMinuteDues
{
    /// <summary>No due: an appointment that nobody agreed, or a calendar that ends.</summary>
    public const int Unset = -1;

    private static readonly Duration HundredthOfAHalfMinute = Duration.FromMilliseconds(300);

    private readonly HalfMinutes _calendar;
    private readonly DeadlineRule _rule;

    public HalfMinuteDues(DeadlineRule rule, HalfMinutes calendar)
    {
        _rule = rule;
        _calendar = calendar;
        Dues = DuesOf(rule);
    }

    /// <summary>By start.</summary>
    public int[] Dues { get; }

    public bool HasNoOpenTime(int start) => Dues[start] != Unset
        && (_calendar.OpenBetween(start, Dues[start]) is { } open
            ? open == 0
            : _calendar.Calendar.WorkingTimeBetween(_calendar.InstantOf(start), _calendar.InstantOf(Dues[start])) == Duration.Zero);

    /// <summary>The amount of clock or open time that is allowed from a start, in half minutes; null where the branch taken is not such a rule.</summary>
    public (int Amount, bool IsOpenTime)? AllowanceOf(int start) => AllowanceOf(_rule, start);

    /// <summary>When an alarm is planned for, in hundredths of half minutes; null where it is not planned.</summary>
    public long? Planned(Alarm alarm, int start)
    {
        long due = Dues[start];
        int offset = InHalfMinutes(alarm.Offset);
        (int Amount, bool IsOpenTime)? allowance = AllowanceOf(start);
        return alarm.Kind switch
        {
            AlarmKind.Due => due * 100,
            AlarmKind.AfterDue => allowance is { IsOpenTime: true } ? AfterOpen(Dues[start], offset * 100L) : (due + offset) * 100,
            AlarmKind.Percent => allowance is var (amount, isOpen) ? Part(start, amount * (long)alarm.Percent, isOpen) : (start * 100L) + ((due - start) * alarm.Percent),
            AlarmKind.BeforeDue => allowance is var (whole, isOpenTime) ? Part(start, Math.Max(0, whole - offset) * 100L, isOpenTime) : Math.Max(start, due - offset) * 100,
            _ => null,
        };
    }

    private static int InHalfMinutes(Duration amount) => (int)(amount / Duration.FromSeconds(30));

    private long? Part(int start, long hundredths, bool isOpenTime) => isOpenTime ? AfterOpen(start, hundredths) : (start * 100L) + hundredths;

    private long? AfterOpen(int start, long hundredths)
    {
        if (hundredths == 0)
        {
            return start * 100L;
        }

        (int whole, int rest) = ((int)(hundredths / 100), (int)(hundredths % 100));
        if ((rest == 0 ? _calendar.AfterOpen(start, whole) : _calendar.NextOpen(start, whole)) is { } index)
        {
            return (index * 100L) + rest;
        }

        return _calendar.Calendar.TryAdd(_calendar.InstantOf(start), HundredthOfAHalfMinute * hundredths, out Instant end)
            ? (long)((end - _calendar.InstantOf(0)) / HundredthOfAHalfMinute)
            : null;
    }

    private (int Amount, bool IsOpenTime)? AllowanceOf(DeadlineRule rule, int start) => rule switch
    {
        ElapsedRule elapsed => (InHalfMinutes(elapsed.Amount), false),
        OpenTimeRule open => (InHalfMinutes(open.Amount), true),
        IfOpenRule branches => AllowanceOf(_calendar.IsWithinHours(start) ? branches.Then : branches.Otherwise, start),
        _ => null,
    };

    private int[] DuesOf(DeadlineRule rule) => rule switch
    {
        ElapsedRule elapsed => Each(start => start + InHalfMinutes(elapsed.Amount)),
        OpenTimeRule open => OpenTimes(open),
        NextTimeRule next => NextTimes(next),
        WorkingDayRule days => WorkingDays(days),
        IfOpenRule branches => Chosen(DuesOf(branches.Then), DuesOf(branches.Otherwise)),
        EarliestRule earliest => earliest.Parts.Select(DuesOf).Aggregate((left, right) =>
            Each(start => left[start] == Unset ? right[start] : right[start] == Unset ? left[start] : Math.Min(left[start], right[start]))),
        LatestRule latest => latest.Parts.Select(DuesOf).Aggregate((left, right) =>
            Each(start => left[start] == Unset || right[start] == Unset ? Unset : Math.Max(left[start], right[start]))),
        _ => Each(_ => Unset),
    };

    private int[] OpenTimes(OpenTimeRule rule)
    {
        int amount = InHalfMinutes(rule.Amount);
        Dictionary<int, int> asked = [];
        return Each(start =>
        {
            if (_calendar.AfterOpen(start, amount) is { } due)
            {
                return due;
            }

            // No open time between two starts: one due.
            int before = _calendar.OpenBetween(0, start)!.Value;
            return asked.TryGetValue(before, out int known) ? known : asked[before] = Asked(rule, start);
        });
    }

    private int[] NextTimes(NextTimeRule rule)
    {
        int[] times = [.. _calendar.WorkingDays(rule.At).Select(one => one.At)];
        int next = 0;
        int? beyond = null;
        return Each(start =>
        {
            while (next < times.Length && times[next] <= start)
            {
                next++;
            }

            return next < times.Length ? times[next] : beyond ??= Asked(rule, start);
        });
    }

    private int[] WorkingDays(WorkingDayRule rule)
    {
        (int Day, int At)[] days = [.. rule.At is { } at ? _calendar.WorkingDays(at) : _calendar.Closings()];
        Dictionary<int, int> asked = [];
        return Each(start =>
        {
            int own = _calendar.OwnDay(start);
            int first = Array.FindIndex(days, one => one.Day > own);
            if (first >= 0 && first + rule.Days <= days.Length)
            {
                return Math.Max(start, days[first + rule.Days - 1].At);
            }

            return asked.TryGetValue(own, out int known) ? known : asked[own] = Asked(rule, start);
        });
    }

    private int[] Chosen(int[] then, int[] otherwise) => Each(start => _calendar.IsWithinHours(start) ? then[start] : otherwise[start]);

    /// <summary>A due beyond the weeks that were looked at, so later than all starts; the rule itself says it.</summary>
    private int Asked(DeadlineRule rule, int start) =>
        rule.Due(_calendar.InstantOf(start), _calendar.Calendar) is { IsSet: true } due ? _calendar.IndexOf(due.At) : Unset;

    private static int[] Each(Func<int, int> due)
    {
        int[] dues = new int[HalfMinutes.Starts];
        for (int start = 0; start < dues.Length; start++)
        {
            dues[start] = due(start);
        }

        return dues;
    }
}
