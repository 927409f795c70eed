using AfterSales.Domain.Sla;

namespace AfterSales.Domain.HostSamples;

internal sealed class ConsoleAlarmSender : IAlarmSender
{
    public void Send(string ticket, PlannedAlarm alarm) => Console.WriteLine($"{ticket}: {alarm}");
}
