using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Replay;

/// <summary>Random past tickets under the rapid-response rules, in the spring of 2026.</summary>
internal static class PastTickets
{
    private static readonly Instant Beginning = World.At("Mon 2026-03-02 00:00", World.Shanghai);

    private static readonly Signal[] Signals =
        [Signal.Received, Signal.PickedUp, Signal.CallMissed, Signal.CalledBack, Signal.Reply, Signal.TaskReceived, Signal.Arrived, Signal.VisitAgreed, Signal.Cancelled, Signal.Reopened];

    public static Instant Seen { get; } = World.At("Mon 2026-04-20 00:00", World.Shanghai);

    public static ReplayPlan Plan { get; } = ReplayPlan.AsOf(Seen).In(World.Shanghai).By(RequestDimension.Severity, RequestDimension.Region, RequestDimension.Channel);

    public static Gen<SlaHistory[]> Some { get; } =
        Gen.Choose(0, 12).SelectMany(count => Gen.ArrayOf(History, count)).Select(Numbered);

    private static Gen<ServiceRequest> Request =>
        from channel in Gen.Elements(Channel.Phone, Channel.Email, Channel.Chat)
        from severity in Gen.Elements(Severity.General, Severity.Important, Severity.Urgent)
        from locality in Gen.Elements(Locality.SameCity, Locality.CrossRegion)
        from region in Gen.Elements("Pudong", "Hongkou", null)
        select new ServiceRequest(RequestKind.Repair).WithChannel(channel).WithSeverity(severity).WithLocality(locality).WithRegion(region);

    private static Gen<(long Minutes, SlaHistory History)> History =>
        from start in Gen.Choose(0, 60 * 24 * 50)
        from request in Request
        from steps in Gen.ArrayOf(Step, 6)
        from isTest in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select ((long)start, Told(start, request, steps, isTest));

    private static Gen<(int Minutes, int Kind, Signal Signal, ServiceRequest Request)> Step =>
        from minutes in Gen.Frequency((3, Gen.Choose(0, 5)), (2, Gen.Choose(0, 4000)))
        from kind in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        from signal in Gen.Elements(Signals)
        from request in Request
        select (minutes, kind, signal, request);

    private static SlaHistory Told(int start, ServiceRequest request, (int Minutes, int Kind, Signal Signal, ServiceRequest Request)[] steps, bool isTest)
    {
        Instant at = Beginning + Duration.FromMinutes(start);
        List<SlaEvent> events = [SlaEvent.Opened(new EventId("opened"), at, request), SlaEvent.Signalled(new EventId("received"), at, Signal.Received)];
        foreach ((int minutes, int kind, Signal signal, ServiceRequest changed) in steps)
        {
            at += Duration.FromMinutes(minutes);
            EventId id = new("e" + events.Count.ToString(CultureInfo.InvariantCulture));
            events.Add(kind switch
            {
                1 => SlaEvent.Reclassified(id, at, changed),
                2 => SlaEvent.WaitBegun(id, at, "w", WaitReason.Customer),
                3 => SlaEvent.WaitEnded(id, at, "w"),
                _ => SlaEvent.Signalled(id, at, signal),
            });
        }

        SlaHistory history = new(events);
        return isTest ? history.AsTest() : history;
    }

    /// <summary>Gives each ticket an opening event of its own, as a log has.</summary>
    private static SlaHistory[] Numbered((long Minutes, SlaHistory History)[] tickets) =>
        [.. tickets.Select((one, i) =>
        {
            OpenedEvent opened = (OpenedEvent)one.History.Events[0];
            SlaHistory own = new(one.History.Events.Skip(1).Prepend(SlaEvent.Opened(new EventId("T" + i.ToString("00", CultureInfo.InvariantCulture)), opened.At, opened.Request)));
            return one.History.IsTest ? own.AsTest() : own;
        })];
}
