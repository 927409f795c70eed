using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks.Sla;

/// <summary>The due of each rule case; the baseline adds clock time.</summary>
public class DueBenchmarks
{
    private readonly DeadlineRule _elapsed = DeadlineRule.Elapsed(Duration.FromHours(1));
    private readonly DeadlineRule _workingDay = DeadlineRule.WorkingDay(2);
    private readonly DeadlineRule _appointment = DeadlineRule.Appointment(Duration.FromMinutes(15));
    private readonly DeadlineRule _ifOpen = DeadlineRule.IfOpen(SlaWorld.OpenHour, SlaWorld.NextNine);
    private readonly DeadlineRule _earliest = DeadlineRule.Earliest(SlaWorld.OpenHour, SlaWorld.NextNine);
    private readonly DeadlineRule _latest = DeadlineRule.Latest(SlaWorld.OpenHour, SlaWorld.NextNine);
    private readonly DueFacts _appointed = DueFacts.None.WithAppointment(SlaWorld.Start);
    private readonly DueFacts _waited = DueFacts.None.Paused(Pause.On(WaitReason.Customer), SlaWorld.Start, SlaWorld.Start + Duration.FromHours(5));

    [Benchmark(Baseline = true)]
    public DueResult Elapsed() => _elapsed.Due(SlaWorld.Start, SlaWorld.ServiceHours);

    [Benchmark]
    public DueResult OpenTime() => SlaWorld.OpenHour.Due(SlaWorld.Start, SlaWorld.ServiceHours);

    [Benchmark]
    public DueResult OpenTime_with_a_wait() => SlaWorld.OpenHour.Due(SlaWorld.Start, SlaWorld.ServiceHours, _waited);

    [Benchmark]
    public DueResult NextTime() => SlaWorld.NextNine.Due(SlaWorld.Start, SlaWorld.ServiceHours);

    [Benchmark]
    public DueResult WorkingDay() => _workingDay.Due(SlaWorld.Start, SlaWorld.ServiceHours);

    [Benchmark]
    public DueResult Appointment() => _appointment.Due(SlaWorld.Start, SlaWorld.ServiceHours, _appointed);

    [Benchmark]
    public DueResult IfOpen() => _ifOpen.Due(SlaWorld.Start, SlaWorld.ServiceHours);

    [Benchmark]
    public DueResult Earliest() => _earliest.Due(SlaWorld.Start, SlaWorld.ServiceHours);

    [Benchmark]
    public DueResult Latest() => _latest.Due(SlaWorld.Start, SlaWorld.ServiceHours);
}
