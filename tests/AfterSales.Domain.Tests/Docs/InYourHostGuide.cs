using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AfterSales.Domain.HostSamples;
using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The hosts of docs/in-your-host.md, which stand in docs/samples/hosts, run over HTTP and against a clock that the test sets.</summary>
public class InYourHostGuide
{
    private const string Leak = """{ "format": "service-request/1", "kind": "repair", "severity": "urgent", "channel": "phone", "locality": "same-city" }""";

    [Fact]
    public async Task A_ticket_over_http()
    {
        await using Host host = await Host.StartAsync(World.At("Tue 2026-03-31 10:00", World.Shanghai));

        (HttpStatusCode created, string _) = await host.PostAsync("/tickets/T-1", Leak);
        (HttpStatusCode again, string there) = await host.PostAsync("/tickets/T-1", Leak);
        (HttpStatusCode cancelled, string state) = await host.PostAsync("/tickets/T-1/actions", """{ "id": "a-1", "trigger": "cancel", "person": "lin", "role": "agent", "reason": "solved by itself" }""");
        (HttpStatusCode repeated, string _) = await host.PostAsync("/tickets/T-1/actions", """{ "id": "a-1", "trigger": "cancel", "person": "lin", "role": "agent", "reason": "solved by itself" }""");
        (HttpStatusCode refused, string why) = await host.PostAsync("/tickets/T-1/actions", """{ "id": "a-2", "trigger": "charge", "person": "lin", "role": "agent" }""");
        (HttpStatusCode noName, string allowed) = await host.PostAsync("/tickets/T-1/actions", """{ "id": "a-3", "trigger": "Charge!", "person": "lin", "role": "agent" }""");
        (HttpStatusCode unknown, string _) = await host.PostAsync("/tickets/T-2/actions", """{ "id": "a-1", "trigger": "triage", "person": "lin", "role": "agent" }""");

        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.BadRequest, HttpStatusCode.NotFound],
            [created, again, cancelled, repeated, refused, noName, unknown]);
        Assert.Contains("allowed are 1 to 64 characters", allowed, StringComparison.Ordinal);
        Assert.Equal(("\"there is such a ticket\"", "\"cancelled\""), (there, state));
        Assert.Contains("repair T-1 (cancelled) refuses charge", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_with_mistakes_gets_all_of_them_back_with_their_places()
    {
        await using Host host = await Host.StartAsync(World.At("Tue 2026-03-31 10:00", World.Shanghai));

        (HttpStatusCode status, string problems) = await host.PostAsync("/tickets/T-1", """{ "format": "service-request/1", "severity": "dire", "chanel": "phone" }""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        JsonElement errors = JsonDocument.Parse(problems).RootElement.GetProperty("errors");
        Assert.Equal(["$.severity", "$.chanel"], errors.EnumerateObject().Select(path => path.Name));
    }

    [Fact]
    public async Task Clocks_with_their_reasons_in_two_languages()
    {
        await using Host host = await Host.StartAsync(World.At("Tue 2026-03-31 10:00", World.Shanghai));
        await host.PostAsync("/tickets/T-1", Leak);

        JsonElement english = await host.ClocksAsync("T-1", "en-GB");
        JsonElement chinese = await host.ClocksAsync("T-1", "zh-CN");

        JsonElement pickup = english.EnumerateArray().Single(clock => clock.GetProperty("objective").GetString() == "pickup");
        Assert.Equal(World.At("Tue 2026-03-31 10:01", World.Shanghai).ToDateTimeOffset(), pickup.GetProperty("due").GetDateTimeOffset());
        Assert.Contains("pickup / one minute: due Tue 2026-03-31 10:01 +08", pickup.GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Contains("期限为", chinese.EnumerateArray().First().GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worker_sends_each_alarm_once_and_sleeps_until_the_next()
    {
        SetClock clock = new(World.At("Tue 2026-03-31 10:00", World.Shanghai));
        Outbox outbox = new();
        TicketStore store = new();
        SlaPolicy policy = AlarmAfter48Seconds();
        using AlarmWorker worker = new(store, policy, clock, outbox);
        Assert.True(SaveTicket(store, clock.Now));

        Instant next = worker.SendBetween(clock.Now - Duration.Epsilon, clock.Now)!.Value;
        Assert.Empty(outbox.Sent);
        Assert.InRange(next, clock.Now, clock.Now + Duration.FromMinutes(1));

        worker.SendBetween(clock.Now, next);
        Assert.StartsWith("T-1: ", Assert.Single(outbox.Sent), StringComparison.Ordinal);
        worker.SendBetween(next, next + Duration.FromSeconds(1));
        Assert.Single(outbox.Sent);

        // The loop itself, from a moment before an alarm on: it wakes and sends.
        using AlarmWorker loop = new(store, policy, new JumpingClock(next - Duration.FromMilliseconds(50), looks: 2, next + Duration.FromMilliseconds(1)), outbox);
        await loop.StartAsync(CancellationToken.None);
        await outbox.Received.WaitAsync(TimeSpan.FromMinutes(2));
        await loop.StopAsync(CancellationToken.None);
        Assert.Equal(2, outbox.Sent.Count);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_stop_the_worker()
    {
        Instant opened = World.At("Tue 2026-03-31 10:00", World.Shanghai);
        TicketStore store = new();
        SaveTicket(store, opened);
        JumpingClock clock = new(opened + Duration.FromMilliseconds(47_950), looks: 2, opened);
        using AlarmWorker worker = new(store, AlarmAfter48Seconds(), clock, new Outbox());
        await worker.StartAsync(CancellationToken.None);

        await clock.Jumped.WaitAsync(TimeSpan.FromMinutes(2));
        await worker.StopAsync(CancellationToken.None);

        Assert.True(worker.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_ticket_and_its_events_as_rows_of_json()
    {
        Instant at = World.At("Tue 2026-03-31 10:00", World.Shanghai);
        Ticket ticket = Ticket.Open(new TicketId("T-1"), new ServiceRequest(RequestKind.Repair), Lifecycles.Repair, at, new Actor(new PersonId("C-1"), Role.Customer));

        string row = TicketDocument.Write(ticket);                                              // a column of your ticket table, beside the id and ticket.Version
        string happened = TicketEventDocument.Write(ticket.LastEvent);                          // a row of your event table

        Ticket loaded = Ticket.From(TicketDocument.Read(row).Value, Lifecycles.Repair);         // equal, and goes on where it was
        TicketEvent[] events = [TicketEventDocument.Read(happened).Value];
        ReplayResult replayed = Ticket.Replay(ticket.Id, Lifecycles.Repair, events);            // or from the events alone, each rule asked again

        Assert.Equal(ticket, loaded);
        Assert.Equal(ticket, Assert.IsType<ReplayedTicket>(replayed).Ticket);
    }

    [Fact]
    public void What_gathers_is_saved_and_goes_on()
    {
        SlaPolicy policy = Policy();
        ReplayPlan plan = ReplayPlan.AsOf(World.At("Wed 2026-04-01 00:00", World.Shanghai)).In(World.Shanghai);
        SlaHistory call = new(
        [
            SlaEvent.Opened(new("T-1"), World.At("Tue 2026-03-31 10:00", World.Shanghai), ServiceRequestDocument.Read(Leak).Value),
            SlaEvent.Signalled(new("r"), World.At("Tue 2026-03-31 10:00", World.Shanghai), Signal.Received),
        ]);
        ReplayTally tally = policy.Replay([call], plan);
        ReplayTally ofAnotherNode = policy.Replay([call, call], plan);
        QuantileAccumulator seconds = new();
        seconds.Add(90);

        string part = ReplayTallyDocument.Write(tally.ToSnapshot());                            // tonight's log, on this node
        ReplayTally whole = ReplayTally.From(policy, plan, ReplayTallyDocument.Read(part).Value);
        whole.Merge(ofAnotherNode);

        string state = QuantilesDocument.Write(seconds.ToSnapshot());
        QuantileAccumulator goesOn = QuantileAccumulator.From(QuantilesDocument.Read(state).Value);

        Assert.Equal(policy.Replay([call, call, call], plan).ToString(), whole.ToString());
        Assert.Equal(seconds.ToString(), goesOn.ToString());
    }

    [Fact]
    public void Two_writers_of_one_version_do_not_both_win()
    {
        Instant at = World.At("Tue 2026-03-31 10:00", World.Shanghai);
        TicketStore store = new();
        Ticket ticket = Ticket.Open(new TicketId("T-1"), new ServiceRequest(RequestKind.Repair), Lifecycles.Repair, at, new Actor(new PersonId("C-1"), Role.Customer));
        Assert.True(store.TrySave(ticket, ticket.LastEvent));
        Assert.False(store.TrySave(ticket, ticket.LastEvent));
        Assert.Equal(ticket, store.Find("T-1"));
        Assert.Single(store.HistoryOf("T-1").Events.OfType<OpenedEvent>());
    }

    private static bool SaveTicket(TicketStore store, Instant opened)
    {
        Ticket ticket = Ticket.Open(new TicketId("T-1"), ServiceRequestDocument.Read(Leak).Value, Lifecycles.Repair, opened, new Actor(new PersonId("C-1"), Role.Customer));
        return store.TrySave(ticket, ticket.LastEvent);
    }

    private static SlaPolicy AlarmAfter48Seconds()
    {
        Objective pickup = new Objective("pickup", Signal.Received, Signal.PickedUp, [new Target("one minute", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromMinutes(1)))])
            .WithAlarms(Alarm.AtPercent(80).Tell(Role.Supervisor));
        return new SlaPolicy("desk", version: 1, Instant.MinValue, [pickup]);
    }

    private static SlaPolicy Policy() => SlaPolicyDocument.Read(File.ReadAllText(Repository.PathOf("docs", "samples", "rapid-response.json"))).Value;

    private sealed class SetClock(Instant now) : TimeProvider
    {
        public Instant Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }

    /// <summary>One instant for the first looks, another one from then on.</summary>
    private sealed class JumpingClock(Instant first, int looks, Instant then) : TimeProvider
    {
        private readonly TaskCompletionSource _jumped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _looks;

        public Task Jumped => _jumped.Task;

        public override DateTimeOffset GetUtcNow()
        {
            if (Interlocked.Increment(ref _looks) <= looks)
            {
                return first.ToDateTimeOffset();
            }

            _jumped.TrySetResult();
            return then.ToDateTimeOffset();
        }
    }

    private sealed class Outbox : IAlarmSender
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Sent { get; } = [];

        public Task Received => _second.Task;

        public void Send(string ticket, PlannedAlarm alarm)
        {
            Sent.Add($"{ticket}: {alarm}");
            if (Sent.Count == 2)
            {
                _second.SetResult();
            }
        }
    }

    /// <summary>The sample's endpoints on a server in memory.</summary>
    private sealed class Host(WebApplication app, HttpClient client) : IAsyncDisposable
    {
        public static async Task<Host> StartAsync(Instant now)
        {
            WebApplicationBuilder builder = WebApplication.CreateBuilder();
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(Policy()).AddSingleton<TimeProvider>(new SetClock(now)).AddSingleton<TicketStore>();
            WebApplication app = builder.Build();
            app.MapTickets();
            await app.StartAsync();
            return new Host(app, app.GetTestClient());
        }

        public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string json)
        {
            using StringContent content = new(json, Encoding.UTF8, "application/json");
            using HttpResponseMessage response = await client.PostAsync(new Uri(path, UriKind.Relative), content);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        public async Task<JsonElement> ClocksAsync(string id, string language)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, $"/tickets/{id}/clocks");
            request.Headers.AcceptLanguage.ParseAdd(language);
            using HttpResponseMessage response = await client.SendAsync(request);
            return await response.Content.ReadFromJsonAsync<JsonElement>();
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await app.DisposeAsync();
        }
    }
}
