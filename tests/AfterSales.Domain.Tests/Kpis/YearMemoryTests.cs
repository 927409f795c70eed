using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Samples;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>What counting and writing a year keeps in memory. The live heap is that of the process: no other test may run meanwhile.</summary>
[Collection(nameof(Alone))]
public class YearMemoryTests
{
    [Fact]
    public void Ten_times_as_many_tickets_need_no_more_memory_once_the_percentiles_are_in_buckets()
    {
        // One cell: the year, of all tickets. With 20,000 of them every measured time has more distinct seconds than are kept apart.
        KpiTally tally = new(new KpiPlan(SampleYear.Plan.AsOf, SampleYear.Plan.Zone).Every(KpiPeriodKind.Year).RespondingBy("reply").ResolvingBy("resolution"));
        Add(tally, 0, 20_000);
        long before = LiveBytes();
        Add(tally, 20_000, 200_000);
        long grown = LiveBytes() - before;

        Assert.All([KpiMeasure.ResponseTime, KpiMeasure.ResolutionTime, KpiMeasure.CompanyTime], measure => Assert.False(tally.Everything().Durations(measure).IsExact));
        Assert.Equal(200_000, tally.Tickets);

        // To keep no more than a reference to each of the 180,000 tickets would take 1.4 MB.
        Assert.InRange(grown, long.MinValue, 500_000);
    }

    [Fact]
    public void Writing_a_tally_into_a_stream_keeps_neither_the_document_nor_a_copy_of_the_tally()
    {
        KpiTally tally = new(SampleYear.Plan);
        Add(tally, 0, 30_000);
        using Meter meter = new();
        KpiTallyDocument.Write(tally, meter);

        // The document is a megabyte, and a snapshot of this tally takes six.
        Assert.InRange(meter.Length, 900_000, 2_000_000);
        Assert.InRange(meter.MostLive, long.MinValue, 500_000);
        Assert.True(meter.Writes > 5, $"written in {meter.Writes} parts");
        GC.KeepAlive(tally);
    }

    private static void Add(KpiTally tally, int from, int until)
    {
        for (int number = from; number < until; number++)
        {
            tally.Add(SampleYear.Ticket(number));
        }
    }

    private static long LiveBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>A stream that keeps nothing, and takes the live heap at each write.</summary>
    private sealed class Meter : Stream
    {
        private readonly long _before = LiveBytes();
        private long _length;

        public long MostLive { get; private set; }

        public int Writes { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            _length += count;
            Writes++;
            MostLive = Math.Max(MostLive, LiveBytes() - _before);
        }
    }
}
