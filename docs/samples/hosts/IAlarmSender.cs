using AfterSales.Domain.Sla;

namespace AfterSales.Domain.HostSamples;

/// <summary>Mail, a message, a row in an outbox: the host's own.</summary>
internal interface IAlarmSender
{
    void Send(string ticket, PlannedAlarm alarm);
}
