using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

/// <summary>Streams that fail while the tool reads or writes: a message and exit code 2, and no stack trace.</summary>
public class StreamTests
{
    private static readonly string Policy = Repository.PathOf("docs", "samples", "rapid-response.json");
    private static readonly string Mapping = Repository.PathOf("docs", "samples", "tickets.mapping.json");
    private static readonly string Survey = Repository.PathOf("docs", "samples", "survey.json");

    [Theory]
    [InlineData("verify", "-")]
    [InlineData("lifecycle", "-")]
    [InlineData("replay", "POLICY", "-", "--mapping", "MAPPING")]
    [InlineData("score", "SURVEY", "-")]
    public async Task An_input_that_opens_and_cannot_be_read_is_told(params string[] command)
    {
        using StringWriter output = new();
        using StringWriter error = new();

        int exit = await Tool.RunAsync(
            [.. command.Select(word => word switch { "POLICY" => Policy, "MAPPING" => Mapping, "SURVEY" => Survey, _ => word })],
            new Session(() => new BrokenStream(), output, error, hasTerminal: false), CancellationToken.None);

        Assert.Equal((ExitCode.BadInput, ""), (exit, output.ToString()));
        Assert.Equal("(standard input): it cannot be read on (bad sector); allowed is a file that can be read to its end [cannot-read]\n1 problem\n", error.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("schema", "sla-policy")]
    [InlineData("verify", "POLICY")]
    [InlineData("verify", "POLICY", "--format", "json")]
    [InlineData("--help")]
    public async Task An_output_that_cannot_be_written_is_told(params string[] command)
    {
        using StringWriter error = new();
        using StreamWriter output = new(new BrokenStream());

        int exit = await Tool.RunAsync([.. command.Select(word => word == "POLICY" ? Policy : word)], new Session(() => Stream.Null, output, error, hasTerminal: false), CancellationToken.None);

        Assert.Equal((ExitCode.BadInput, "error: the output cannot be written (no space left)\n"), (exit, error.ToString().ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Where_not_even_errors_can_be_written_the_exit_code_says_it()
    {
        using StringWriter output = new();
        using StreamWriter error = new(new BrokenStream()) { AutoFlush = true };

        Assert.Equal(ExitCode.BadInput, await Tool.RunAsync(["verify", "no-such.json"], new Session(() => Stream.Null, output, error, hasTerminal: false), CancellationToken.None));
    }

    [Fact]
    public void A_page_never_overwrites_a_file_that_the_command_reads()
    {
        using TemporaryFiles files = new();
        string policy = files.Write("policy.json", File.ReadAllText(Policy));

        ToolRun run = ToolRun.Of("verify", policy, "--html", Path.Combine(Path.GetDirectoryName(policy)!, ".", "policy.json"));

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("is not allowed for --html: it is one of the files to read; give the path of a file in a folder that exists.", run.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Policy), File.ReadAllText(policy));
    }

    private sealed class BrokenStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("bad sector");

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("no space left");
    }
}
