using System.Text;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

/// <summary>Ctrl-C while a file is read.</summary>
public class CancelledReplayTests
{
    private static readonly byte[] Original = Encoding.UTF8.GetBytes(string.Join('\n', File.ReadLines(Repository.PathOf("docs", "samples", "tickets.csv")).Take(12)) + "\n");

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_reads_exits_with_130()
    {
        using CancellationTokenSource source = new();
        string row = Encoding.UTF8.GetString(Original).Split('\n')[1];
        using EndlessStream endless = new(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Original).Split('\n')[0] + "\n"), Encoding.UTF8.GetBytes(row + "\n"), source);
        using StringWriter output = new();
        using StringWriter error = new();
        Session session = new(() => endless, output, error, hasTerminal: false);

        int exit = await Tool.RunAsync(["replay", Repository.PathOf("docs", "samples", "rapid-response.json"), "-", "--mapping", Repository.PathOf("docs", "samples", "tickets.mapping.json")], session, source.Token);

        Assert.Equal((ExitCode.Cancelled, "", "cancelled\n"), (exit, output.ToString(), error.ToString().ReplaceLineEndings("\n")));
    }

    /// <summary>A header and then one row for ever; after a megabyte somebody presses Ctrl-C.</summary>
    private sealed class EndlessStream(byte[] header, byte[] row, CancellationTokenSource source) : Stream
    {
        private long _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (int i = 0; i < count; i++, _given++)
            {
                buffer[offset + i] = _given < header.Length ? header[_given] : row[(_given - header.Length) % row.Length];
            }

            if (_given > 1 << 20)
            {
                source.Cancel();
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
