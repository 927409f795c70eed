using AfterSales.Domain.Sla;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace AfterSales.Domain.HostSamples;

/// <summary>Sends alarms when they are due: sleeps until the next one, or until a ticket changes.</summary>
internal sealed class AlarmWorker(TicketStore store, SlaPolicy policy, TimeProvider clock, IAlarmSender sender) : BackgroundService
{
    /// <summary>So that a changed clock or policy is noticed in the end.</summary>
    private static readonly Duration LongestSleep = Duration.FromHours(1);

    /// <summary>Sends what fired after one instant through another.</summary>
    /// <returns>The next instant at which an alarm is due, or null.</returns>
    public Instant? SendBetween(Instant lastLook, Instant now)
    {
        Instant? next = null;
        foreach (string id in store.Ids)
        {
            SlaReport report = policy.Track(store.HistoryOf(id), asOf: now);
            foreach (PlannedAlarm alarm in report.AlarmsBetween(lastLook, now))
            {
                sender.Send(id, alarm);
            }

            next = report.NextAlarm is { } at && (next is null || at < next) ? at : next;
        }

        return next;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Instant lastLook = Now();      // a real host loads this from its database and stores it after each round
        while (!stoppingToken.IsCancellationRequested)
        {
            Task change = store.NextChange;
            Instant now = Instant.Max(lastLook, Now());                                     // clocks are set back now and then
            Instant? next = SendBetween(lastLook, now);
            lastLook = now;
            Duration sleep = Duration.Max(Duration.Zero, Duration.Min(LongestSleep, (next ?? Instant.MaxValue) - now));
            await change.WaitAsync(sleep.ToTimeSpan() + TimeSpan.FromMilliseconds(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Instant Now() => Instant.FromDateTimeOffset(clock.GetUtcNow());
}
