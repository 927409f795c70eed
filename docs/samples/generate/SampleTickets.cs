using System.Globalization;
using System.Text;
using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Samples;

/// <summary>
/// Makes docs/samples/tickets.csv: the tickets of the year 2026 of a made-up service for household appliances in Shanghai. Phones are answered day and night, everything else in office hours;
/// summer brings air conditioners, holidays bring trouble; people are sometimes late, and a few rows are as untidy as real ones.
/// </summary>
internal static class SampleTickets
{
    private const ulong Seed = 20260101;
    private const int Tickets = 420;

    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly BusinessCalendar Office =
        BusinessCalendar.Weekly("office", Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00")).With(ChinaHolidays.Year(2026));

    private static readonly Instant LastInstant = new LocalDateTime(2026, 12, 31, 18, 0).InZoneStrictly(Shanghai).ToInstant();

    internal static string Csv()
    {
        Dice dice = new(Seed);
        List<SampleTicket> tickets = [.. Enumerable.Range(0, Tickets).Select(_ => Make(dice)).OrderBy(ticket => ticket.Opened)];
        for (int i = 0; i < tickets.Count; i++)
        {
            tickets[i].Id = string.Create(CultureInfo.InvariantCulture, $"T-{i + 1:0000}");
        }

        StringBuilder csv = new("ticket,opened,channel,kind,severity,locality,region,product_line,call_missed,picked_up,called_back,replied,task_received,visit_agreed,appointment,arrived,wait_reason,wait_from,wait_to,resolved,confirmed\n");
        foreach (SampleTicket ticket in tickets)
        {
            csv.Append(Row(ticket));
        }

        // As untidy as real files are: a row twice, a ticket without a time of opening.
        csv.Append(Row(tickets[41])).Append("T-0421,,phone,repair,general,same-city,Pudong,refrigerator,,,,,,,,,,,,,\n");
        return csv.ToString();
    }

    private static SampleTicket Make(Dice dice)
    {
        SampleTicket ticket = new()
        {
            Opened = OpeningTime(dice),
            Channel = dice.Pick(("phone", 45), ("email", 20), ("chat", 25), ("web", 7), ("counter", 3)),
            Kind = dice.Pick(("repair", 68), ("inquiry", 20), ("installation", 8), ("complaint", 4)),
            Severity = dice.Pick(("general", 50), ("important", 34), ("urgent", 16)),
            Locality = dice.Pick(("same-city", 72), ("cross-region", 28)),
        };
        int month = ticket.Opened.InZone(Shanghai).Month;
        ticket.Region = ticket.Locality is "same-city" ? dice.Pick(("Pudong", 4), ("Minhang", 3), ("Xuhui", 2)) : dice.Pick(("Suzhou", 3), ("Hangzhou", 2), ("Nantong", 1));
        ticket.ProductLine = dice.Pick(("air-conditioner", month is >= 6 and <= 8 ? 8 : 2), ("refrigerator", 3), ("washing-machine", 3), ("water-heater", month is 12 or <= 2 ? 4 : 1));
        Instant answered = Answer(ticket, dice);
        if (ticket.Kind is "repair" or "installation")
        {
            Visit(ticket, answered, dice);
        }
        else
        {
            ticket.Resolved = Opening(answered + Hours(dice.Skewed(0.1, 30)));
        }

        if (ticket.Resolved is { } resolved && dice.Chance(0.72))
        {
            ticket.Confirmed = resolved + Hours(dice.Skewed(0.05, 72));
        }

        return Until(ticket, LastInstant);
    }

    /// <summary>More in summer and around holidays; by day more than by night, but by night too.</summary>
    private static Instant OpeningTime(Dice dice)
    {
        while (true)
        {
            LocalDate date = new LocalDate(2026, 1, 1).PlusDays((int)dice.Between(0, 363));
            double load = date.Month is >= 6 and <= 8 ? 1.0 : 0.6;
            if (!Office.IsWorkingDay(date))
            {
                load *= 0.75;
            }

            if (dice.Chance(load))
            {
                double hour = dice.Pick((dice.Between(0, 7), 6), (dice.Between(7, 9), 10), (dice.Between(9, 12), 32), (dice.Between(12, 13.5), 10), (dice.Between(13.5, 18), 34), (dice.Between(18, 24), 18));
                return date.AtStartOfDayInZone(Shanghai).ToInstant() + Duration.FromSeconds((long)(hour * 3600));
            }
        }
    }

    /// <summary>The first contact; returns when somebody knew what it is about.</summary>
    private static Instant Answer(SampleTicket ticket, Dice dice)
    {
        if (ticket.Channel is "phone")
        {
            if (dice.Chance(0.14))
            {
                ticket.CallMissed = ticket.Opened + Seconds(dice.Between(20, 60));
                ticket.CalledBack = ticket.CallMissed + Seconds(dice.Skewed(40, 420));
                return ticket.CalledBack.Value + Seconds(dice.Between(120, 600));
            }

            ticket.PickedUp = ticket.Opened + Seconds(dice.Skewed(4, 110));
            return ticket.PickedUp.Value + Seconds(dice.Between(120, 600));
        }

        // Somebody opens the mail in the first minutes of the day, but not always before nine.
        Instant seen = Office.IsOpen(ticket.Opened) ? ticket.Opened : Office.NextOpening(ticket.Opened)!.Value - Hours(dice.Between(-0.15, 0.4));
        Instant replied = Instant.Max(ticket.Opened, seen) + Seconds(dice.Skewed(90, Office.IsOpen(ticket.Opened) ? 6600 : 1500));
        ticket.Replied = replied;
        return replied;
    }

    private static void Visit(SampleTicket ticket, Instant answered, Dice dice)
    {
        Instant received = answered + Seconds(dice.Skewed(120, 3600));
        received = ticket.Severity is "urgent" ? received : Opening(received);
        ticket.TaskReceived = received;
        bool isNear = ticket.Locality is "same-city";
        if (ticket.Severity is not "general" && dice.Chance(0.09))
        {
            ticket.WaitReason = "customer";
            ticket.WaitFrom = received + Hours(dice.Between(0.2, 1.5));
            ticket.WaitTo = ticket.WaitFrom + Hours(dice.Skewed(1, 40));
        }

        Instant ready = ticket.WaitTo ?? received;
        switch (ticket.Severity)
        {
            case "urgent":
                ticket.Arrived = ready + Hours(isNear ? dice.Skewed(0.4, 3.4) : dice.Skewed(3, 31));
                break;
            case "important":
                ticket.Arrived = Opening(ready + Hours(isNear ? dice.Skewed(1, 32) : dice.Skewed(6, 62)));
                break;
            default:
                ticket.VisitAgreed = Office.Add(received, Hours(dice.Skewed(0.1, 16)));
                LocalDate day = Office.AddWorkingDays(ticket.VisitAgreed.Value.InZone(Shanghai).Date, (int)dice.Between(1, 4));
                LocalTime time = dice.Pick((new LocalTime(9, 30), 1), (new LocalTime(11, 0), 1), (new LocalTime(14, 0), 1), (new LocalTime(16, 0), 1));
                ticket.Appointment = (day + time).InZoneStrictly(Shanghai).ToInstant();
                ticket.Arrived = ticket.Appointment + Seconds(dice.Between(-600, 500) + (dice.Chance(0.15) ? dice.Skewed(300, 7200) : 0));
                break;
        }

        Instant done = ticket.Arrived.Value + Hours(dice.Skewed(0.4, 5));
        if (ticket.WaitFrom is null && dice.Chance(0.16))
        {
            ticket.WaitReason = "parts";
            ticket.WaitFrom = done;
            ticket.WaitTo = Office.Add(done, Hours(dice.Between(4, 40)));
            done = ticket.WaitTo.Value + Hours(dice.Between(0.5, 3));
        }

        ticket.Resolved = done;
    }

    /// <summary>What lies after the file was written has not happened yet.</summary>
    private static SampleTicket Until(SampleTicket ticket, Instant end)
    {
        ticket.Replied = Cut(ticket.Replied);
        ticket.TaskReceived = Cut(ticket.TaskReceived);
        ticket.VisitAgreed = Cut(ticket.VisitAgreed);
        ticket.Appointment = ticket.VisitAgreed is null ? null : ticket.Appointment;
        ticket.Arrived = Cut(ticket.Arrived);
        ticket.WaitFrom = Cut(ticket.WaitFrom);
        ticket.WaitTo = ticket.WaitFrom is null ? null : Cut(ticket.WaitTo);
        ticket.WaitReason = ticket.WaitFrom is null ? "" : ticket.WaitReason;
        ticket.Resolved = Cut(ticket.Resolved);
        ticket.Confirmed = Cut(ticket.Confirmed);
        return ticket;

        Instant? Cut(Instant? at) => at <= end ? at : null;
    }

    private static string Row(SampleTicket ticket) => string.Join(',',
    [
        ticket.Id, Text(ticket.Opened), ticket.Channel, ticket.Kind, ticket.Severity, ticket.Locality, ticket.Region, ticket.ProductLine,
        Text(ticket.CallMissed), Text(ticket.PickedUp), Text(ticket.CalledBack), Text(ticket.Replied), Text(ticket.TaskReceived), Text(ticket.VisitAgreed), Text(ticket.Appointment), Text(ticket.Arrived),
        ticket.WaitReason, Text(ticket.WaitFrom), Text(ticket.WaitTo), Text(ticket.Resolved), Text(ticket.Confirmed),
    ]) + "\n";

    private static string Text(Instant? at) => at?.InZone(Shanghai).ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static Instant Opening(Instant at) => Office.NextOpeningOrNow(at) ?? throw new InvalidOperationException("The office closes for good within the year.");

    private static Duration Hours(double hours) => Seconds(hours * 3600);

    private static Duration Seconds(double seconds) => Duration.FromSeconds((long)seconds);
}
