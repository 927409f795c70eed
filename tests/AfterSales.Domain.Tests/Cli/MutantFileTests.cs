using System.Text;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Cli;

/// <summary>Ticket files with something broken in them are replayed or refused, and the tool never ends with an exception.</summary>
public class MutantFileTests
{
    private static readonly byte[] Original = Encoding.UTF8.GetBytes(string.Join('\n', File.ReadLines(Repository.PathOf("docs", "samples", "tickets.csv")).Take(12)) + "\n");

    private static readonly string[] Strange = ["\"", "\"\"", ",", "\n", "\r\n", "\0", "?", "9999-12-31 23:59:59", "0001-01-01 00:00:00", "urgent", "\u2028", ",,,,,,,,,,,,,,,,,,,,,,,,"];

    private static readonly Gen<byte[]> Mutants =
        from changes in Gen.Zip(Gen.Choose(0, Original.Length), Gen.Zip(Gen.Choose(0, 30), Gen.Elements(Strange.Select(Encoding.UTF8.GetBytes).Append([0xFF]).Append([0x1F, 0x8B]).ToArray()))).NonEmptyListOf()
        select changes.Take(5).Aggregate(Original, (file, change) => [.. file.Take(change.Item1), .. change.Item2.Item2, .. file.Skip(change.Item1 + change.Item2.Item1)]);

    [Fact]
    public void A_broken_file_is_replayed_or_refused_with_a_line_and_never_ends_in_an_exception() => Law.Holds(Mutants, mutant =>
    {
        ToolRun run = ToolRun.With(mutant, CancellationToken.None, "replay", Repository.PathOf("docs", "samples", "rapid-response.json"), "-", "--mapping", Repository.PathOf("docs", "samples", "tickets.mapping.json"));

        Assert.True(run.Exit is ExitCode.Fine or ExitCode.BadInput);
        Assert.Equal(run.Exit == ExitCode.BadInput, run.Error.Length > 0);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    });

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
