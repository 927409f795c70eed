using System.Text;
using AfterSales.Domain;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tickets;
using NodaTime;

// What a host does with every package, each with the answer that it must give. The same program runs three times: on the packed packages, trimmed, and compiled ahead of time.
Console.OutputEncoding = Encoding.UTF8;
Dictionary<string, (string Expected, string Actual)> answers = new(StringComparer.Ordinal);

DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
BusinessCalendar hours = BusinessCalendar.Weekly("service-hours", shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00")).With(ChinaHolidays.Year(2026));
Instant received = Instant.FromUtc(2026, 2, 14, 9, 30);
answers["Calendars"] = ("2026-02-14T10:00:00Z", $"{hours.NextClosing(received)}");

ServiceRequest repair = new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.Urgent).WithLocality(Locality.SameCity);
RequestCondition inTheCity = RequestCondition.Severity(Severity.Urgent) & RequestCondition.Locality(Locality.SameCity);
answers["Requests"] = ("severity urgent and same city, True", $"{inTheCity}, {inTheCity.Matches(repair)}");

DeadlineRule rule = DeadlineRule.IfOpen(DeadlineRule.OpenTime(Duration.FromHours(1)), otherwise: DeadlineRule.NextTime(new LocalTime(9, 0)));
Target mail = new Target("mail", RequestCondition.Any, rule).On(CalendarChoice.Named("service-hours"));
SlaPolicy policy = new SlaPolicy("desk", version: 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("reply", Signal.Received, Signal.Reply, [mail])]).With(hours);
SlaHistory history = new([SlaEvent.Opened(new EventId("1"), received, repair), SlaEvent.Signalled(new EventId("2"), received, Signal.Received)]);
answers["Sla"] = ("running: due 2026-02-24T01:30:00Z, 50 min left", $"{policy.Track(history, asOf: received + Duration.FromMinutes(10))["reply"].Current!.State}");

Actor customer = new(new PersonId("C-77"), Role.Customer);
Actor agent = new(new PersonId("A-1"), Role.Agent);
Ticket ticket = Ticket.Open(new TicketId("T-4711"), repair, Lifecycles.Repair, received, customer);
TransitionResult refused = ticket.Apply(TicketAction.Charge(amount: 120), received + Duration.FromMinutes(5), agent, new ActionId("a-1"));
answers["Tickets"] = ("维修T-4711（已登记）不能收费：状态“已登记”下没有这一操作；现在可以：分级（客服、技术员、主管）、取消（客户、客服、主管）、合并（客服、主管）", $"{refused:zh}");

Technician technician = new Technician(new PersonId("t-1"), Grade.Expert, hours).ServingEverywhere().WithCapacity(4);
RoutingPolicy routing = new RoutingPolicy("field-service", version: 1).Staffing(Severity.Urgent, StaffingPattern.Anyone);
answers["Routing"] = ("t-1", $"{routing.Prepare([technician], received).Best(new WorkItem(new WorkItemId("w-1"), repair, received, received))?.Id}");

answers["Statistics"] = ("80.0 % (95 % Wilson 71.1–86.7, n = 100)", $"{new Share(80, 100)}");
answers["Satisfaction"] = ("+4.0 points (95 % Newcombe −6.7…+14.7, p = 0.462): no significant change", $"{Csat.Compare(new Csat(new Share(80, 100), 0), new Csat(new Share(84, 100), 0))}");

KpiTally tally = new(new KpiPlan(received + Duration.FromHours(1), shanghai));
tally.Add(KpiTicket.From(ticket.Id, ticket.Lifecycle, [ticket.LastEvent], received + Duration.FromHours(1)));
SlaHistory projected = SlaProjection.Standard.HistoryOf(ticket.Lifecycle, [ticket.LastEvent]);
answers["Domain"] = ("1 ticket, opened True, to be surveyed False", $"{tally.Tickets} ticket, opened {projected.Events[0] is OpenedEvent}, to be surveyed {SurveyJoin.CandidateOf(ticket) is not null}");

SlaPolicy policyAgain = SlaPolicyDocument.Read(SlaPolicyDocument.Write(policy)).Value;
BusinessCalendar hoursAgain = CalendarDocument.Read(CalendarDocument.Write(hours)).Value;
answers["Json"] = ("objectives equal True, calendar equal True, schemas True",
    $"objectives equal {policy.Objectives.SequenceEqual(policyAgain.Objectives)}, calendar equal {hours.Equals(hoursAgain)}, schemas {DocumentKind.All.All(kind => kind.Schema.Contains("2020-12", StringComparison.Ordinal))}");

int wrong = 0;
foreach ((string package, (string expected, string actual)) in answers)
{
    bool right = string.Equals(expected, actual, StringComparison.Ordinal);
    wrong += right ? 0 : 1;
    Console.WriteLine(right ? $"{package}: {actual}" : $"{package}: WRONG: {actual}; expected: {expected}");
}

Console.WriteLine($"{answers.Count - wrong} packages right, {wrong} wrong");
return wrong == 0 ? 0 : 1;
