using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class SlaHistoryDocumentTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 1, 0, 0);

    private static readonly SlaHistory History = new(
    [
        SlaEvent.Opened(new EventId("1"), At, new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.Urgent).With("floor", "3")),
        SlaEvent.Signalled(new EventId("2"), At, Signal.Named("line-busy")).By(new Actor(new PersonId("A-7"), Role.Agent)),
        SlaEvent.WaitBegun(new EventId("3"), At + Duration.Epsilon, "w 1", WaitReason.Customer, "mail 17"),
        SlaEvent.WaitBegun(new EventId("4"), At + Duration.FromHours(1), "w 2", WaitReason.Named("customs", ResponsibleParty.ThirdParty)),
        SlaEvent.WaitEnded(new EventId("5"), At + Duration.FromHours(2), "w 1").Recorded(At + Duration.FromHours(3)),
        SlaEvent.Reclassified(new EventId("6"), At + Duration.FromHours(3), new ServiceRequest(RequestKind.Complaint)),
        SlaEvent.AppointmentAgreed(new EventId("7"), At + Duration.FromHours(4), At + Duration.FromDays(2)),
        SlaEvent.Amended(new EventId("8"), At + Duration.FromHours(5), new EventId("7"), SlaEvent.AppointmentAgreed(new EventId("7b"), At + Duration.FromHours(4), At + Duration.FromDays(3)), "misheard"),
        SlaEvent.TakenBack(new EventId("9"), At + Duration.FromHours(6), new EventId("6"), "a mistake"),
    ]);

    [Fact]
    public void A_history_that_is_written_is_read_back_with_the_same_events()
    {
        string text = SlaHistoryDocument.Write(History.AsTest());

        SlaHistory back = SlaHistoryDocument.Read(text).Value;

        Assert.True(back.IsTest);
        Assert.Equal(History.Events.Select(one => one.ToString()), back.Events.Select(one => one.ToString()));
        Assert.Equal(text, SlaHistoryDocument.Write(back));
        Assert.Equal(History.Request, back.Request);
        Assert.Equal(History.Events.Select(one => (one.RecordedAt, one.Actor)), back.Events.Select(one => (one.RecordedAt, one.Actor)));
    }

    [Theory]
    [InlineData("""{ "id": "1", "at": "2026-03-02T01:00:00Z", "signal": "received" }""", "$", "refused")]
    [InlineData("""{ "id": "1", "at": "2026-03-02", "opened": {} }""", "$.events[0].at", "bad-value")]
    [InlineData("""{ "id": "1", "at": "2026-03-02T01:00:00Z", "opened": { "severity": "bad" } }""", "$.events[0].opened.severity", "bad-value")]
    [InlineData("""{ "id": "1", "at": "2026-03-02T01:00:00Z" }""", "$.events[0]", "missing-member")]
    [InlineData("""{ "id": "1", "at": "2026-03-02T01:00:00Z", "opened": {}, "recordedAt": "2026-03-01T01:00:00Z" }""", "$.events[0]", "refused")]
    [InlineData("""{ "id": "1", "at": "2026-03-02T01:00:00Z", "opened": {} }, { "id": "2", "at": "2026-03-01T01:00:00Z", "signal": "reply" }""", "$", "refused")]
    [InlineData("""{ "id": "", "at": "2026-03-02T01:00:00Z", "opened": {} }""", "$.events[0].id", "bad-value")]
    public void A_history_that_cannot_be_is_a_finding_at_its_place(string events, string path, string code)
    {
        DocumentFinding finding = Assert.Single(SlaHistoryDocument.Read($$"""{ "format": "sla-history/1", "events": [ {{events}} ] }""").Findings);

        Assert.Equal((path, code), (finding.Path, finding.Code));
    }
}
