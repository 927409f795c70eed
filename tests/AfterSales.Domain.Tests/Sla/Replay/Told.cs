namespace AfterSales.Domain.Tests.Sla.Replay;

/// <summary>Hands progress on at once, on the thread that reports it.</summary>
internal sealed class Told(Action<long> tell) : IProgress<long>
{
    public void Report(long value) => tell(value);
}
